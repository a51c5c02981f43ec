"""Wrong settings, found before the portal serves anybody: each with an id and what to do.

Errors stop every process; warnings are shown by the commands. Registered by association.front.
"""

import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.http.request import validate_host

from association.accounts.samples import SAMPLE_DOMAIN

LOCAL = {"localhost", "127.0.0.1", "[::1]", "::1", "testserver", ".localhost"}
SHORTEST_KEY = 50


@register("heliu")
def check_settings(app_configs: object = None, **options: object) -> list[CheckMessage]:
    """All checks of the environment that the portal was started in."""
    rules = [*ALWAYS, *(IN_PRODUCTION if settings.PRODUCTION else OUTSIDE_PRODUCTION)]
    return [message for rule in rules for message in rule()]


def exit_on_errors(code: int = 1) -> None:
    """End this process with one sentence when a setting is wrong; servers run no checks."""
    faults = [message for message in check_settings() if message.is_serious()]
    if faults:
        said = " ".join(f"{fault.msg} {fault.hint}" for fault in faults)
        print(f"The portal does not start: {said}", file=sys.stderr)
        sys.exit(code)


def secret_key() -> Iterator[CheckMessage]:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    weak = any(len(key) < SHORTEST_KEY or len(set(key)) < 5 for key in keys)
    if weak or settings.DEVELOPMENT_KEY in keys:
        yield Error(
            "HELIU_SECRET_KEY or one of its predecessors is missing or too weak.",
            hint=f"Set it, or HELIU_SECRET_KEY_FILE, to {SHORTEST_KEY} random characters or more.",
            id="heliu.E001",
        )


def hosts() -> Iterator[CheckMessage]:
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield Error(
            "HELIU_HOSTS must list the portal's own host names.",
            hint="For example HELIU_HOSTS=portal.example.org; a star would trust any Host header.",
            id="heliu.E002",
        )


def site_url() -> Iterator[CheckMessage]:
    address = urlsplit(settings.SITE_URL)
    if address.scheme != "https" or not address.hostname or address.path:
        yield Error(
            "HELIU_SITE_URL must be the https address of the portal, without a path.",
            hint="Links in mails start with it, for example https://portal.example.org.",
            id="heliu.E003",
        )


def database() -> Iterator[CheckMessage]:
    if urlsplit(settings.DATABASE_URL).scheme not in {"postgres", "postgresql"}:
        yield Error(
            "DATABASE_URL must name a PostgreSQL server.",
            hint="For example postgres://heliu:password@db/heliu; no other database will do.",
            id="heliu.E004",
        )


def redis() -> Iterator[CheckMessage]:
    if urlsplit(settings.REDIS_URL).scheme not in {"redis", "rediss", "unix"}:
        yield Error(
            "REDIS_URL must name a Redis or Valkey server.",
            hint="For example redis://redis:6379/0; it is the queue of the mails and the cache.",
            id="heliu.E005",
        )


def public_debug() -> Iterator[CheckMessage]:
    if settings.DEBUG and set(settings.ALLOWED_HOSTS) - LOCAL:
        yield Error(
            "HELIU_DEBUG is on while HELIU_HOSTS names a host that others can reach.",
            hint="Error pages would show settings and data; unset HELIU_DEBUG.",
            id="heliu.E006",
        )


def session_limits() -> Iterator[CheckMessage]:
    staff, idle = settings.HELIU_STAFF_IDLE_SECONDS, settings.HELIU_IDLE_SECONDS
    if not 0 < staff <= idle <= settings.HELIU_ABSOLUTE_SECONDS:
        yield Error(
            "The limits of sessions contradict one another.",
            hint="0 < HELIU_STAFF_IDLE_SECONDS ≤ HELIU_IDLE_SECONDS ≤ HELIU_ABSOLUTE_SECONDS.",
            id="heliu.E007",
        )


def proxies() -> Iterator[CheckMessage]:
    if settings.TRUSTED_PROXY_COUNT < 0:
        yield Error(
            "HELIU_PROXY_COUNT cannot be negative.",
            hint="It is the number of proxies before the portal that you run yourself.",
            id="heliu.E008",
        )


def mail() -> Iterator[CheckMessage]:
    if not settings.EMAIL_HOST:
        yield Warning(
            "HELIU_SMTP_HOST is not set: mails are written to files and reach nobody.",
            hint="Set the mail server; invitations and password resets need it.",
            id="heliu.W001",
        )
    elif SAMPLE_DOMAIN in settings.DEFAULT_FROM_EMAIL:
        yield Warning(
            f"Mails are sent from {SAMPLE_DOMAIN}, which nobody can answer.",
            hint="Set HELIU_MAIL_FROM to an address of the association.",
            id="heliu.W002",
        )


def redirect_behind_proxy() -> Iterator[CheckMessage]:
    if settings.SECURE_SSL_REDIRECT and not settings.TRUSTED_PROXY_COUNT:
        yield Warning(
            "Plain HTTP is redirected to https, but no proxy is trusted to say that it was https.",
            hint="Behind a proxy that ends TLS set HELIU_PROXY_COUNT to the number of proxies.",
            id="heliu.W003",
        )


def site_url_is_a_host() -> Iterator[CheckMessage]:
    host = urlsplit(settings.SITE_URL).hostname or ""
    if settings.ALLOWED_HOSTS and not validate_host(host, settings.ALLOWED_HOSTS):
        yield Warning(
            "The host of HELIU_SITE_URL is not among HELIU_HOSTS.",
            hint="Links in mails would lead to an address that the portal refuses.",
            id="heliu.W004",
        )


def public_demo() -> Iterator[CheckMessage]:
    if settings.HELIU_DEMO and settings.EMAIL_HOST:
        yield Warning(
            "HELIU_DEMO is on together with a mail server.",
            hint="Strangers can sign in as the sample people and make the portal send mails.",
            id="heliu.W005",
        )


Rule = Callable[[], Iterator[CheckMessage]]
ALWAYS: tuple[Rule, ...] = (session_limits, proxies)
IN_PRODUCTION: tuple[Rule, ...] = (
    *(secret_key, hosts, site_url, database, redis),
    *(mail, redirect_behind_proxy, site_url_is_a_host),
)
OUTSIDE_PRODUCTION: tuple[Rule, ...] = (public_debug, public_demo)
