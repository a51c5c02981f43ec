"""Ask the portal as each visitor, and take back whatever an answer has written."""

import re
from contextlib import contextmanager
from http.cookies import SimpleCookie
from types import SimpleNamespace
from urllib.parse import quote

from django.contrib.messages import constants, get_messages
from django.db import connection, transaction
from django.test import Client

from tests.conftest import show_factor

VISITORS = (
    *("anonymous", "nobody", "newfirm", "firm", "kunshan", "kunshan_admin", "zunyi", "jiangsu"),
    *("expert", "publisher", "secretariat", "auditor"),
)
BACKEND = "association.accounts.backends.EmailBackend"
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
# That a session is alive is noted by every request of a signed-in person.
NOTED = {"django_session"}


class Visitors:
    """One browser for each visitor, signed in once."""

    def __init__(self, cast: SimpleNamespace, *, checks_csrf: bool = False) -> None:
        self.clients = {name: Client(enforce_csrf_checks=checks_csrf) for name in VISITORS}
        self.cookies = {}
        # One handler for all: each would load the middleware anew.
        handler = self.clients["anonymous"].handler
        for name, client in self.clients.items():
            client.handler = handler
            if name != "anonymous":
                client.force_login(getattr(cast, name), backend=BACKEND)
                show_factor(client, getattr(cast, name))
            self.cookies[name] = client.cookies.output()

    def ask(self, visitor: str, method: str, address: str, form: str = ""):
        """The response, with `code` and the tables `written`; afterwards nothing has happened."""
        client = self.clients[visitor]
        client.cookies = SimpleCookie(self.cookies[visitor].replace("Set-Cookie: ", ""))
        words = {"content_type": "application/x-www-form-urlencoded"} if method != "GET" else {}
        with transaction.atomic(), tables_written() as written:
            response = client.generic(method, address, form, **words)
            response.code = code_of(response)
            response.written = written - NOTED
            if response.streaming:
                response.getvalue()
            transaction.set_rollback(True)
        return response


@contextmanager
def tables_written():
    """Collect the names of the tables that are written to."""
    found = set()

    def note(execute, sql, params, many, context):
        if match := WRITES.match(sql):
            found.add(match[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield found


def code_of(response) -> str:
    """The status; `login` for being sent to sign in, `told` for sent back with a refusal."""
    if response.status_code == 302:
        if response["Location"].removeprefix("/en").startswith("/accounts/login/"):
            return "login"
        if refusals(response):
            return "told"
    return str(response.status_code)


def refusals(response) -> list[str]:
    """Sentences of refusal that the next page will show."""
    told = get_messages(response.wsgi_request)
    return [str(one) for one in told._queued_messages if one.level == constants.ERROR]


def alike(response) -> tuple[int, bytes, dict[str, str]]:
    """Status, body and headers without what must differ: the address, its length, the token."""
    headers = {key: value for key, value in response.headers.items() if key not in FLEETING}
    body = TOKEN.sub(b"", response.content)
    path = response.wsgi_request.path
    for own in (path, quote(path), quote(path, safe="")):
        body = body.replace(own.encode(), b"")
    return response.status_code, body, headers


FLEETING = {"Content-Length", "X-Request-ID", "Content-Security-Policy"}
TOKEN = re.compile(rb'(?:name="csrfmiddlewaretoken" value|nonce)="[^"]*"')
