"""Sign-in: who gets in, who is locked out, and what a stranger can learn (AN-01, 02, 03, 13)."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.test import Client

from association.notifications.letters import Letter
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
LOGIN = "/en/accounts/login/"
WRONG = "The e-mail address or the password is not right."
LOCKED = "Too many tries."


def text_of(response) -> str:
    """The page without what differs between any two answers."""
    page = re.sub(r'(value|nonce)="[^"]{20,}"', "", response.content.decode())
    return re.sub(r"\w+@demo\.example", "ADDRESS", page)


def is_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_the_right_password_lets_in(lin, enter, client):
    response = enter(lin.email)

    assert response.status_code == 302
    assert response.url == "/en/workbench/"
    assert is_in(client)


def test_the_address_is_compared_without_case(lin, enter, client):
    enter("LIN@Demo.Example")

    assert is_in(client)


def test_a_wrong_password_does_not(lin, enter, client):
    response = enter(lin.email, "wrong")

    assert WRONG in text_of(response)
    assert not is_in(client)


def test_an01_sign_in_answers_alike_for_known_and_unknown_addresses(lin, enter):
    known, unknown = enter(lin.email, "wrong"), enter("ghost@demo.example", "wrong")

    assert known.status_code == unknown.status_code == 200
    assert text_of(known) == text_of(unknown)


def test_an01_an_unknown_address_costs_a_hash_as_well(lin, enter, monkeypatch):
    hashed = []
    monkeypatch.setattr(get_user_model(), "set_password", lambda self, raw: hashed.append(raw))

    enter("ghost@demo.example", "wrong")

    assert hashed == ["wrong"]


def test_an01_reset_answers_alike_and_both_write_one_letter(lin, client):
    answers = [
        client.post("/en/accounts/password/reset/", {"email": email})
        for email in (lin.email, "ghost@demo.example")
    ]
    pages = {text_of(client.get(answer.url)) for answer in answers}

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(pages) == 1
    assert Letter.objects.count() == 2


def test_an02_the_sixth_try_is_locked_even_with_the_right_password(lin, enter, client):
    for _ in range(5):
        assert WRONG in text_of(enter(lin.email, "wrong"))

    wrong, right = enter(lin.email, "wrong"), enter(lin.email)

    assert LOCKED in text_of(wrong)
    assert text_of(wrong) == text_of(right)
    assert not is_in(client)


def test_an02_an_unknown_address_is_locked_alike(lin, enter):
    for _ in range(5):
        enter("ghost@demo.example", "wrong")

    assert LOCKED in text_of(enter("ghost@demo.example", "wrong"))


def test_an02_a_device_that_signed_in_before_is_not_locked_out_by_a_stranger(lin, enter, client):
    enter(lin.email)
    client.post("/en/accounts/logout/")
    stranger = Client()
    for _ in range(6):
        locked = stranger.post(LOGIN, {"login": lin.email, "password": "wrong"})
    assert LOCKED in text_of(locked)

    enter(lin.email)

    assert is_in(client)


def test_an02_a_known_device_has_five_tries_too(lin, enter, client):
    enter(lin.email)
    client.post("/en/accounts/logout/")
    for _ in range(5):
        enter(lin.email, "wrong")

    assert LOCKED in text_of(enter(lin.email))


def test_an02_a_forged_device_cookie_is_no_known_device(lin, enter, client):
    for _ in range(5):
        enter(lin.email, "wrong")
    client.cookies["heliu_device"] = "WyJ4IixbXV0:forged:signature"

    assert LOCKED in text_of(enter(lin.email))


def test_an02_a_sign_in_forgives_earlier_tries(lin, enter, client):
    for _ in range(4):
        enter(lin.email, "wrong")
    enter(lin.email)
    client.post("/en/accounts/logout/")
    client.cookies.clear()
    for _ in range(4):
        enter(lin.email, "wrong")

    enter(lin.email)

    assert is_in(client)


@pytest.mark.parametrize("network", ["198.51.100.7", "2001:db8:1:2::"])
def test_an03_one_password_against_many_accounts_is_throttled_after_twenty(lin, enter, network):
    address = (lambda n: f"{network}{n:x}") if ":" in network else (lambda n: network)
    answers = [
        text_of(enter(f"person{n}@demo.example", "spring", REMOTE_ADDR=address(n)))
        for n in range(1, 26)
    ]

    assert [LOCKED in answer for answer in answers] == [False] * 20 + [True] * 5


def test_an04_a_forged_header_does_not_give_new_tries(lin, enter):
    for n in range(5):
        enter(lin.email, "wrong", HTTP_X_FORWARDED_FOR=f"6.6.6.{n}")

    assert LOCKED in text_of(enter(lin.email, HTTP_X_FORWARDED_FOR="6.6.6.9"))


def test_rq14_limits_hold_without_redis(lin, enter, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    for _ in range(5):
        enter(lin.email, "wrong")

    assert LOCKED in text_of(enter(lin.email))


@pytest.mark.parametrize(
    "target",
    [
        *("//evil.example", "https:evil.example", "https://evil.example/", "/\\evil.example"),
        *("\\\\evil.example", "javascript:alert(1)", "///evil.example", "http:///evil.example"),
        " //evil.example",
    ],
)
def test_an13_a_hostile_next_falls_back(lin, client, target):
    response = client.post(LOGIN, {"login": lin.email, "password": PASSWORD, "next": target})

    assert response.url == "/en/workbench/"


def test_an13_a_local_next_is_followed(lin, client):
    data = {"login": lin.email, "password": PASSWORD, "next": "/en/zones/?q=1"}

    assert client.post(LOGIN, data).url == "/en/zones/?q=1"


def test_sign_in_needs_a_csrf_token(lin):
    client = Client(enforce_csrf_checks=True)

    response = client.post(LOGIN, {"login": lin.email, "password": PASSWORD})

    assert response.status_code == 403


def test_a_closed_account_does_not_get_in(lin, enter, client):
    get_user_model().objects.update(is_active=False)

    response = enter(lin.email)

    assert response.url == "/en/accounts/inactive/"
    assert not is_in(client)


def test_an_unconfirmed_address_gets_a_letter_instead(lin, enter, client):
    EmailAddress.objects.all().delete()

    response = enter(lin.email)

    assert response.url == "/en/accounts/confirm-email/"
    assert Letter.objects.get().to_email == lin.email
    assert not is_in(client)
