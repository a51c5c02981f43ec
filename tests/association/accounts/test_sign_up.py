"""Sign-up: a person with a name, a password and consent, and a confirmed address (AN-01)."""

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from association.notifications.letters import Letter
from tests.association.accounts.test_sign_in import text_of

pytestmark = pytest.mark.django_db
SIGN_UP = "/en/accounts/signup/"
GOOD = "bridge lantern 7 otter"
FORM = {
    "email": "mei@demo.example",
    "full_name": "Mei",
    "password1": GOOD,
    "password2": GOOD,
    "consent": "on",
}


@pytest.fixture(autouse=True)
def quick(quick_hashes):
    pass


def test_a_person_registers_confirms_and_goes_on_to_the_organisation(client, last_letter):
    response = client.post(SIGN_UP, FORM)
    assert response.url == "/en/accounts/confirm-email/"

    person = get_user_model().objects.get(email="mei@demo.example")
    assert person.full_name == "Mei"
    assert person.language == "en"
    assert abs((timezone.now() - person.terms_accepted_at).total_seconds()) < 60

    answer = client.post(last_letter().link)
    assert answer.url == "/en/members/register/"
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("gap", ["email", "full_name", "password1", "password2", "consent"])
def test_each_missing_field_is_named(client, gap):
    response = client.post(SIGN_UP, {**FORM, gap: ""})

    assert gap in response.context["form"].errors
    assert not get_user_model().objects.exists()


def test_an01_a_known_address_is_answered_alike_and_told_by_mail(client, lin, last_letter):
    fresh = client.post(SIGN_UP, FORM)
    pages = [text_of(client.get(fresh.url))]
    client.cookies.clear()
    known = client.post(SIGN_UP, {**FORM, "email": lin.email})
    pages.append(text_of(client.get(known.url)))

    assert fresh.status_code == known.status_code == 302
    assert fresh.url == known.url
    assert pages[0] == pages[1]
    assert get_user_model().objects.count() == 2
    assert "has an account already" in last_letter().body


def test_an01_a_known_address_costs_a_hash_as_well(client, lin, monkeypatch):
    hashed = []
    monkeypatch.setattr(
        "association.accounts.forms.entrance.make_password", lambda raw: hashed.append(raw)
    )

    client.post(SIGN_UP, {**FORM, "email": lin.email})

    assert hashed == [GOOD]


def test_ab03_the_sixth_sign_up_of_a_day_from_one_network_is_refused(client):
    answers = [
        client.post(SIGN_UP, {**FORM, "email": f"mei{n}@demo.example"}).status_code
        for n in range(6)
    ]

    assert answers == [302] * 5 + [429]


def test_a_confirmation_link_does_not_take_an_address_from_its_holder(client, lin, last_letter):
    client.post(SIGN_UP, FORM)
    link = last_letter().link
    get_user_model().objects.filter(email="mei@demo.example").update(email="elsewhere@demo.example")
    get_user_model().objects.filter(pk=lin.pk).update(email="mei@demo.example")

    response = client.post(link)

    assert "another account uses it" in response.content.decode()


def test_a_forged_confirmation_link_is_refused_kindly(client):
    response = client.get("/en/accounts/confirm-email/forged:link:here/")

    assert "This link no longer works" in response.content.decode()


def test_ab03_letters_stop_after_two_but_the_answer_stays(client, lin):
    for _ in range(4):
        response = client.post("/en/accounts/password/reset/", {"email": lin.email})
        assert response.status_code == 302

    assert Letter.objects.count() == 2
