"""The profile page, and every other page of the account once."""

import pytest
from django.urls import reverse
from django.utils import translation

pytestmark = pytest.mark.django_db
PROFILE = "/en/accounts/profile/"
FORM = {
    "full_name": "Lin Mei",
    "phone": "025 1234",
    "language": "zh-hans",
    "time_zone": "Asia/Tokyo",
}
PUBLIC = [
    *("account_login", "account_signup", "account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key_done", "account_email_verification_sent"),
    "account_inactive",
]
PRIVATE = [
    *("account:profile", "account_email", "account_change_password", "account_logout"),
    *("account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_list_webauthn"),
    "mfa_add_webauthn",
]


def test_the_profile_is_saved(lin, sign_in):
    response = sign_in(lin).post(PROFILE, FORM)

    lin.refresh_from_db()
    assert response.status_code == 302
    assert (lin.full_name, lin.phone) == ("Lin Mei", "025 1234")
    assert (lin.language, lin.time_zone) == ("zh-hans", "Asia/Tokyo")


def test_nobody_sees_a_profile(client):
    assert client.get(PROFILE).url.startswith("/en/accounts/login/?next=")


@pytest.mark.parametrize(
    "wrong", [{"full_name": " "}, {"time_zone": "Mars/Olympus"}, {"language": "tlh"}]
)
def test_bad_input_is_named(lin, sign_in, wrong):
    response = sign_in(lin).post(PROFILE, {**FORM, **wrong})

    assert set(response.context["form"].errors) == set(wrong)


def test_the_address_and_the_rights_are_no_part_of_it(lin, sign_in):
    data = {**FORM, "email": "x@demo.example", "is_superuser": "on", "is_active": ""}
    sign_in(lin).post(PROFILE, data)

    lin.refresh_from_db()
    assert lin.email == "lin@demo.example"
    assert lin.is_active
    assert not lin.is_superuser


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("name", PUBLIC + PRIVATE)
def test_each_page_shows_itself_without_a_script_or_style_in_it(
    lin, sign_in, client, name, language
):
    if name in PRIVATE:
        client.post("/en/accounts/login/", {"login": lin.email, "password": "wrong"})
        sign_in(lin)
    with translation.override(language):
        page = reverse(name)
    response = client.get(page, follow=True)

    text = response.content.decode()
    assert response.status_code == 200
    assert 'style="' not in text
    assert "onclick=" not in text
