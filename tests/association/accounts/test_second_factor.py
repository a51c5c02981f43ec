"""The second factor: nobody of the staff gets round it, and no code works twice (AN-06, AN-07)."""

import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth import get_user_model
from django.test import RequestFactory

from association.accounts import recovery_codes, second_factor
from association.lib.refusals import TooMany
from association.notifications.letters import Letter
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HOME = "/en/about/"


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-02 08:00:00+08:00", tick=False) as clock:
        yield clock


def code_at(steps: int = 0, secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


@pytest.fixture
def app(staff):
    """The administrator has an authenticator app."""
    TOTP.activate(staff, SECRET)
    return staff


def test_the_secret_lies_encrypted(app):
    assert SECRET not in str(Authenticator.objects.get().data)


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_an06_the_step_and_its_neighbours_are_accepted(app, clock, steps):
    assert second_factor.check_code(app, code_at(steps))


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_an06_steps_further_off_are_refused(app, clock, steps):
    assert second_factor.check_code(app, code_at(steps)) is None


def test_an06_a_code_works_once_and_no_earlier_one_after_it(app, clock):
    assert second_factor.check_code(app, code_at())

    assert second_factor.check_code(app, code_at()) is None
    assert second_factor.check_code(app, code_at(-1)) is None
    assert second_factor.check_code(app, code_at(1))
    clock.shift(30)
    assert second_factor.check_code(app, code_at(0)) is None


def test_after_five_wrong_codes_the_right_one_is_refused(app, clock):
    for _ in range(5):
        assert second_factor.check_code(app, "000000") is None

    with pytest.raises(TooMany):
        second_factor.check_code(app, code_at())


@pytest.mark.parametrize("code", ["", "１２３４５６", "abc", "0" * 5000, "\x00"])
def test_odd_codes_are_just_wrong(app, code):
    assert second_factor.check_code(app, code) is None


def test_an06_recovery_codes_are_hashed_and_work_once(app):
    codes = recovery_codes.issue(app)
    stored = str(Authenticator.objects.get(type="recovery_codes").data)

    assert len(set(codes)) == 10
    assert not any(code.replace("-", "") in stored for code in codes)
    assert second_factor.check_code(app, codes[0].upper())
    assert second_factor.check_code(app, codes[0]) is None
    assert recovery_codes.left(app) == 9


def test_new_recovery_codes_replace_the_old(app):
    old = recovery_codes.issue(app)
    recovery_codes.issue(app)

    assert second_factor.check_code(app, old[0]) is None


def test_an07_sign_in_by_password_alone_leads_to_the_code(app, enter, client, clock):
    assert enter(app.email).url == "/en/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session

    client.post("/en/accounts/2fa/authenticate/", {"code": code_at()})

    assert client.get(HOME).status_code == 200


def test_a_wrong_code_is_said(app, enter, client):
    enter(app.email)

    page = client.post("/en/accounts/2fa/authenticate/", {"code": "000000"}).content.decode()

    assert "This code is not right" in page
    assert "_auth_user_id" not in client.session


def test_an07_staff_without_a_factor_see_only_the_pages_that_set_it_up(staff, enter, client):
    enter(staff.email)

    for page in ("/en/about/", "/about/", "/en/zones/", "/en/admin/", "/en/workbench/"):
        assert client.get(page).url.startswith(("/en/accounts/2fa/totp/", "/accounts/2fa/totp/"))
    assert client.get("/en/accounts/profile/").status_code == 200
    assert client.get("/en/accounts/2fa/totp/activate/").status_code == 200


def test_an07_the_api_refuses_staff_without_the_factor(staff, enter, client):
    enter(staff.email)

    response = client.get("/api/v1/zones/")

    assert response.status_code == 403
    assert response.json()["errors"][0]["code"] == "second_factor_required"


def test_an07_a_session_that_began_elsewhere_is_asked_for_the_code(app, client, clock):
    client.force_login(app)
    way = client.get(HOME).url
    assert way == "/en/accounts/2fa/reauthenticate/?next=%2Fen%2Fabout%2F"

    response = client.post(way, {"code": code_at(), "next": HOME})

    assert response.url == HOME
    assert client.get(HOME).status_code == 200


def test_an07_a_passkey_alone_is_asked_for_where_there_is_no_app(staff, client):
    client.force_login(staff)
    Authenticator.objects.create(user=staff, type="webauthn", data={"name": "key"})

    assert "/2fa/webauthn/reauthenticate/" in client.get(HOME).url


def test_an07_the_reset_link_does_not_go_round_the_factor(app, client, last_letter):
    client.post("/en/accounts/password/reset/", {"email": app.email})
    form = client.get(last_letter().link).url
    words = "bridge lantern 7 otter"
    client.post(form, {"password1": words, "password2": words})
    assert "_auth_user_id" not in client.session

    response = client.post("/en/accounts/login/", {"login": app.email, "password": words})

    assert response.url == "/en/accounts/2fa/authenticate/"


def test_setting_up_an_app_opens_the_pages_and_leads_to_recovery_codes(
    staff, enter, client, clock, django_capture_on_commit_callbacks
):
    enter(staff.email)
    page = "/en/accounts/2fa/totp/activate/"
    secret = client.get(page).context["form"].secret

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(page, {"code": code_at(secret=secret)})

    assert response.url == "/en/accounts/2fa/recovery-codes/"
    assert client.get(HOME).status_code == 200
    assert "set up as the second factor" in Letter.objects.get().body
    assert second_factor.check_code(staff, code_at(secret=secret)) is None


def test_recovery_codes_are_shown_once(app, enter, client, clock):
    enter(app.email)
    client.post("/en/accounts/2fa/authenticate/", {"code": code_at()})
    page = "/en/accounts/2fa/recovery-codes/"
    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})

    shown = client.post(page).context["codes"]

    assert len(shown) == 10
    assert not any(code in client.get(page).content.decode() for code in shown)


def test_staff_cannot_remove_their_last_factor(app, enter, client, clock):
    enter(app.email)
    client.post("/en/accounts/2fa/authenticate/", {"code": code_at()})
    client.post("/en/accounts/reauthenticate/", {"password": PASSWORD})

    page = client.post("/en/accounts/2fa/totp/deactivate/").content.decode()

    assert "add another one first" in page
    assert Authenticator.objects.exists()


def test_others_need_no_factor(lin, enter, client):
    enter(lin.email)

    assert client.get(HOME).status_code == 200


def test_the_demo_does_not_ask(staff, client, settings):
    settings.HELIU_SECOND_FACTOR_REQUIRED = False
    client.force_login(staff)

    assert client.get(HOME).status_code == 200


def test_an_unknown_visitor_is_satisfied(rf: RequestFactory):
    request = rf.get("/")
    request.user = get_user_model()()
    request.user.is_active = False

    assert second_factor.is_satisfied(request)


def test_an06_when_the_check_fails_nobody_gets_in(app, enter, client, monkeypatch):
    enter(app.email)
    monkeypatch.setattr(second_factor, "accept_totp", lambda pk, code: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        client.post("/en/accounts/2fa/authenticate/", {"code": code_at()})

    assert "_auth_user_id" not in client.session
