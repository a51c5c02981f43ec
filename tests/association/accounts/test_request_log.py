"""What the log says of a request, as it leaves for standard error."""

import io
import json
import logging

import pytest

from association.lib import logs

pytestmark = pytest.mark.django_db
TOKEN = "q3Jf-0aTtL_8yWbXcVZ1mN5oPkRsUe2GhIdA7xYzB4w"
RESET = "/en/accounts/password/reset/key/1-cz1abc-0123456789abcdef0123456789abcdef/"


@pytest.fixture
def log():
    """The production form of the log, written to a text; `lines()` are its objects."""
    form = logs._plain(as_json=True, shared=[])["formatters"]["lines"]
    text = io.StringIO()
    stream = logging.StreamHandler(text)
    stream.setFormatter(form["()"](processors=form["processors"]))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(stream)
    root.setLevel("INFO")
    yield lambda: [json.loads(line) for line in text.getvalue().splitlines()]
    root.removeHandler(stream)
    root.setLevel(level)


@pytest.mark.parametrize(
    "path",
    [
        f"/members/invitations/{TOKEN}/",
        f"/members/invitations/{TOKEN}",
        f"/en/accounts/confirm-email/MQ:1tKx2a:{TOKEN}/",
        f"/accounts/login/?next=/members/invitations/{TOKEN}/",
        RESET,
    ],
)
def test_no_key_gets_into_the_log(client, log, path):
    client.get(path)
    client.post(path)

    said = json.dumps(log(), ensure_ascii=False)
    assert "request_finished" in said
    assert TOKEN not in said
    assert "0123456789abcdef" not in said


def test_a_line_names_the_request_without_its_query(client, log):
    client.get("/en/about/?q=secret")

    line = next(line for line in log() if line["event"] == "request_finished")
    assert line["request"] == "GET /en/about/"
    assert line["code"] == 200
    assert line["request_id"]


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "127.0.0.1"), (1, "198.51.100.7"), (2, "203.0.113.9")]
)
def test_the_address_is_the_one_that_our_proxies_vouch_for(client, log, settings, proxies, address):
    settings.TRUSTED_PROXY_COUNT = proxies

    client.get("/en/about/", headers={"X-Forwarded-For": "192.0.2.1, 203.0.113.9, 198.51.100.7"})

    assert {line["ip"] for line in log() if "request" in line} == {address}
