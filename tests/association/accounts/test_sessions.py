"""Sessions end: after a pause, sooner for staff, after twelve hours, with the password (AN-09)."""

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
PROFILE = "/en/accounts/profile/"
MINUTE, HOUR = 60, 3600


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-02 08:00:00+08:00", tick=False) as clock:
        yield clock


def signed_in(person) -> Client:
    client = Client()
    client.post("/en/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def test_an09_the_session_gets_a_new_id_at_sign_in(lin, client):
    client.get("/en/accounts/password/reset/key/x-y/")
    session = client.session
    session["before"] = 1
    session.save()
    client.cookies["sessionid"] = session.session_key

    client.post("/en/accounts/login/", {"login": lin.email, "password": PASSWORD})

    assert client.session.session_key != session.session_key


def test_an09_after_half_an_hour_without_a_request_it_is_over(lin, clock):
    client = signed_in(lin)
    clock.shift(29 * MINUTE)
    assert client.get(PROFILE).status_code == 200
    clock.shift(29 * MINUTE)
    assert client.get(PROFILE).status_code == 200
    clock.shift(30 * MINUTE)

    response = client.get(f"{PROFILE}?a=1")

    assert (
        response.url == "/en/accounts/login/?ended=idle&next=%2Fen%2Faccounts%2Fprofile%2F%3Fa%3D1"
    )
    assert "because nothing was done for a while" in client.get(response.url).content.decode()
    assert "_auth_user_id" not in client.session


def test_an09_staff_have_a_quarter_of_an_hour(staff, clock, settings):
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    client = signed_in(staff)
    clock.shift(15 * MINUTE)

    assert "ended=idle" in client.get(PROFILE).url


def test_an09_after_twelve_hours_it_is_over_for_the_busiest(lin, clock):
    client = signed_in(lin)
    for _ in range(71):
        clock.shift(10 * MINUTE)
        assert client.get(PROFILE).status_code == 200
    clock.shift(10 * MINUTE)

    response = client.get(PROFILE)

    assert "ended=limit" in response.url
    assert "twelve hours" in client.get(response.url).content.decode()


def test_a_page_that_asks_by_itself_does_not_prolong(lin, clock):
    client = signed_in(lin)
    for _ in range(29):
        clock.shift(MINUTE)
        client.get("/en/accounts/session/", headers={"X-Background": "1"})
    clock.shift(MINUTE)

    response = client.get("/en/accounts/session/", headers={"X-Background": "1"})

    assert response.status_code == 401
    assert response.json()["errors"][0]["code"] == "not_authenticated"


def test_the_warning_learns_how_long_it_lasts_and_prolongs_it(lin, clock):
    client = signed_in(lin)
    clock.shift(28 * MINUTE)
    background = {"X-Background": "1"}

    left = client.get("/en/accounts/session/", headers=background).json()["seconds_left"]
    prolonged = client.post("/en/accounts/session/").json()["seconds_left"]

    assert (left, prolonged) == (2 * MINUTE, 30 * MINUTE)


def test_the_session_page_of_nobody_is_401(client):
    assert client.get("/en/accounts/session/").status_code == 401


def test_the_api_answers_an_ended_session_with_401(lin, clock):
    client = signed_in(lin)
    clock.shift(HOUR)

    response = client.get("/api/v1/zones/")

    assert response.status_code == 401


def test_last_seen_is_written_at_most_once_a_minute(lin, clock, django_assert_num_queries):
    client = signed_in(lin)
    clock.shift(30)
    client.get(PROFILE)
    before = Session.objects.get(pk=client.session.session_key).session_data
    clock.shift(20)
    client.get(PROFILE)
    assert Session.objects.get(pk=client.session.session_key).session_data == before
    clock.shift(20)
    client.get(PROFILE)

    assert Session.objects.get(pk=client.session.session_key).session_data != before


def test_after_a_post_one_returns_to_the_page_it_came_from(lin, clock):
    client = signed_in(lin)
    clock.shift(HOUR)

    response = client.post(PROFILE, {}, headers={"Referer": "http://testserver/en/zones/"})

    assert response.url.endswith("next=%2Fen%2Fzones%2F")


def test_an09_a_new_password_ends_the_other_sessions_and_keeps_this_one(lin):
    here, elsewhere = signed_in(lin), signed_in(lin)
    words = "bridge lantern 7 otter"

    response = here.post(
        "/en/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": words, "password2": words},
    )

    assert response.status_code == 302
    assert here.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302


def test_the_present_password_is_tried_under_limits_too(lin):
    client = signed_in(lin)
    words = "bridge lantern 7 otter"
    form = {"oldpassword": "wrong", "password1": words, "password2": words}
    for _ in range(5):
        client.post("/en/accounts/password/change/", form)

    response = client.post("/en/accounts/password/change/", {**form, "oldpassword": PASSWORD})

    assert "Too many tries" in response.content.decode()


def test_an09_a_closed_account_is_out_at_the_next_request(lin):
    client = signed_in(lin)
    type(lin).objects.update(is_active=False)

    assert client.get(PROFILE).status_code == 302


def test_an09_sign_out_ends_the_session_itself(lin):
    client = signed_in(lin)
    key = client.session.session_key

    client.post("/en/accounts/logout/")

    assert not Session.objects.filter(pk=key).exists()
