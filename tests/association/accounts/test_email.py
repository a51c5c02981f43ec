"""The address and its letters: change, links, languages (AN-11, AN-12)."""

import pytest
from allauth.account.models import EmailAddress

from association.notifications.letters import Letter
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
PAGE = "/en/accounts/email/"
NEW = "lin.new@demo.example"


@pytest.fixture
def inside(lin, enter, client):
    enter(lin.email)
    return client


def confirm_who(client):
    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})


def test_an12_a_change_asks_who_is_there(inside):
    response = inside.post(PAGE, {"action_add": "", "email": NEW})

    assert response.url.startswith("/en/accounts/reauthenticate/")
    assert not Letter.objects.exists()


def test_an12_the_new_address_counts_once_confirmed_and_the_old_one_is_told(
    inside, lin, last_letter
):
    confirm_who(inside)
    inside.post(PAGE, {"action_add": "", "email": NEW})
    lin.refresh_from_db()
    assert lin.email == "lin@demo.example"
    assert last_letter().to_email == NEW

    inside.post(last_letter().link)

    lin.refresh_from_db()
    assert lin.email == NEW
    assert EmailAddress.objects.get().email == NEW
    assert last_letter().to_email == "lin@demo.example"
    assert f"to {NEW}" in last_letter().body


def test_an12_a_pending_change_can_be_dropped(inside, lin):
    confirm_who(inside)
    inside.post(PAGE, {"action_add": "", "email": NEW})

    inside.post(PAGE, {"action_remove": "", "email": NEW})

    assert EmailAddress.objects.get().email == lin.email


def test_an12_the_address_of_somebody_else_is_never_taken(inside, cast, lin, last_letter):
    confirm_who(inside)
    inside.post(PAGE, {"action_add": "", "email": cast.kunshan.email})

    page = inside.post(last_letter().link).content.decode()

    assert "another account uses it" in page
    lin.refresh_from_db()
    assert lin.email == "lin@demo.example"


def test_an11_a_forged_host_is_400(lin, client, settings):
    settings.ALLOWED_HOSTS = ["portal.example"]

    response = client.post(
        "/en/accounts/password/reset/", {"email": lin.email}, headers={"host": "evil.example"}
    )

    assert response.status_code == 400
    assert not Letter.objects.exists()


@pytest.mark.parametrize("email", ["lin@demo.example", "ghost@demo.example"])
def test_an11_links_lead_to_our_own_address(lin, client, settings, last_letter, email):
    settings.SITE_URL = "https://portal.example"

    client.post("/en/accounts/password/reset/", {"email": email})

    assert last_letter().link.startswith("https://portal.example/en/accounts/")


def test_letters_come_in_the_language_of_the_account(lin, client, last_letter):
    client.post("/accounts/password/reset/", {"email": lin.email})
    assert last_letter().subject == "Reset the password"
    assert "/en/accounts/password/reset/key/" in last_letter().link

    type(lin).objects.update(language="zh-hans")
    client.post("/en/accounts/password/reset/", {"email": lin.email})
    assert last_letter().subject == "重置密码"
    assert "/en/" not in last_letter().link


def test_the_reset_link_works_once(lin, client, last_letter):
    client.post("/en/accounts/password/reset/", {"email": lin.email})
    link = last_letter().link
    words = "bridge lantern 7 otter"
    client.post(client.get(link).url, {"password1": words, "password2": words})
    lin.refresh_from_db()
    assert lin.check_password(words)

    assert "This link no longer works" in client.get(link).content.decode()
    assert "was reset" in last_letter().body


def test_letters_hold_no_markup(lin, client, last_letter):
    type(lin).objects.update(full_name="<b>&amp;")
    client.post("/en/accounts/password/reset/", {"email": lin.email})

    assert "&" not in last_letter().body.replace(last_letter().link, "")
    assert "<" not in last_letter().body
