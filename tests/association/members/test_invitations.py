"""Invitations: the ladder from a letter to a mandate, and every way it is refused."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.utils import timezone

from association.lib.refusals import Conflict, NotAllowed, Refused, TooMany
from association.members.models import Invitation, RuleFigure
from association.members.models.invitation import AlreadyInvited
from association.members.persona import persona_of
from association.notifications.letters import Letter

pytestmark = pytest.mark.django_db
PASSWORD = "riverbank-lantern-orchid-42"


def invite(cast, email="nobody@demo.example", role="editor"):
    return Invitation.issue(cast.hengtong, email, role, by=cast.firm)


def page(token):
    return f"/members/invitations/{token}/"


def test_the_administrator_invites_and_the_letter_holds_the_only_token(cast, sign_in):
    answer = sign_in(cast.firm).post(
        "/en/members/hengtong/people/", {"email": "New@Demo.example", "role": "editor"}
    )

    assert answer.status_code == 302
    letter = Letter.objects.get()
    invitation = Invitation.objects.get()
    assert letter.to_email == invitation.email == "new@demo.example"
    assert "/en/members/invitations/" in letter.body
    assert invitation.token_hash not in letter.body


def test_the_invited_person_accepts_with_one_button(cast, sign_in):
    _invitation, token = invite(cast)
    browser = sign_in(cast.nobody)

    assert "恒通" in browser.get(page(token)).text
    answer = browser.post(page(token))

    assert answer.status_code == 302
    assert persona_of(get_user_model().objects.get(pk=cast.nobody.pk)).roles == {"FU"}


def test_a_second_click_finds_the_invitation_used(cast, sign_in):
    _invitation, token = invite(cast)
    browser = sign_in(cast.nobody)
    browser.post(page(token))

    answer = browser.post(page(token))

    assert answer.status_code == 410
    assert "已被接受" in answer.text


def test_somebody_else_cannot_use_the_link(cast, sign_in):
    _invitation, token = invite(cast)

    answer = sign_in(cast.zunyi).post(page(token))

    assert answer.status_code == 403
    assert "另一邮箱" in answer.text
    assert not Invitation.objects.exclude(accepted_at=None).exists()


def test_an_expired_invitation_says_so(cast, sign_in):
    _invitation, token = invite(cast)

    with time_machine.travel(timezone.now() + timedelta(days=15)):
        answer = sign_in(None).get(page(token))

    assert answer.status_code == 410
    assert "已过期" in answer.text


def test_a_withdrawn_invitation_says_so(cast, sign_in):
    invitation, token = invite(cast)
    sign_in(cast.firm).post(f"/members/hengtong/people/invitations/{invitation.pk}/revoke/")

    assert "已撤回" in sign_in(None).get(page(token)).text


def test_a_made_up_token_is_not_found(cast, sign_in):
    assert sign_in(None).get(page("made-up")).status_code == 404


def test_who_has_an_account_signs_in_first(cast, sign_in):
    _invitation, token = invite(cast)

    answer = sign_in(None).post(page(token), {"full_name": "X", "password": PASSWORD})

    assert answer.status_code == 200
    assert f"/accounts/login/?next=%2Fmembers%2Finvitations%2F{token}" in answer.text


def test_a_new_person_gets_an_account_with_consent_and_a_vouched_address(cast, sign_in):
    _invitation, token = invite(cast, "wang@demo.example")
    form = {"full_name": "王芳", "password": PASSWORD, "consent": "on"}

    answer = sign_in(None).post(page(token), form)

    person = get_user_model().objects.get(email="wang@demo.example")
    assert answer.status_code == 302
    assert person.terms_accepted_at is not None
    assert person.emailaddress_set.get().verified
    assert persona_of(person).roles == {"FU"}
    assert int(answer.client.session["_auth_user_id"]) == person.pk


@pytest.mark.parametrize(
    "gap", [{"consent": ""}, {"password": "short"}, {"full_name": ""}, {"password": "123456789012"}]
)
def test_a_gap_in_the_form_makes_no_account(cast, sign_in, gap):
    _invitation, token = invite(cast, "wang@demo.example")
    form = {"full_name": "王芳", "password": PASSWORD, "consent": "on", **gap}

    answer = sign_in(None).post(page(token), form)

    assert answer.status_code == 400
    assert not get_user_model().objects.filter(email="wang@demo.example").exists()


@pytest.mark.parametrize("role", ["auditor", "expert", "legal"])
def test_some_roles_cannot_be_given_by_invitation(cast, role):
    with pytest.raises(Refused):
        invite(cast, role=role)


@pytest.mark.parametrize("name", ["zunyi", "kunshan", "publisher", "auditor", "nobody"])
def test_only_who_administers_may_invite(cast, name):
    with pytest.raises(NotAllowed):
        Invitation.issue(cast.hengtong, "x@demo.example", "editor", by=getattr(cast, name))


def test_a_second_letter_takes_the_place_of_the_first_if_that_is_wanted(cast):
    first, _token = invite(cast)
    with pytest.raises(AlreadyInvited, match="编辑"):
        invite(cast, role="observer")

    Invitation.issue(cast.hengtong, first.email, "observer", by=cast.firm, again=True)

    first.refresh_from_db()
    assert first.revoked_at is not None
    assert Invitation.objects.still_open().get().role == "observer"


def test_the_form_offers_to_send_an_open_invitation_anew(cast, sign_in):
    first, _token = invite(cast)
    browser = sign_in(cast.firm)
    form = {"email": first.email, "role": "observer"}
    address = "/members/hengtong/people/"

    page = browser.post(address, form).text
    assert "已受邀担任编辑" in page
    assert 'name="again"' in page
    browser.post(address, {**form, "again": "on"})

    assert Invitation.objects.still_open().get().role == "observer"
    assert "观察员" in Letter.objects.get().body


def test_the_form_proposes_the_role_of_an_editor(cast, sign_in):
    page = sign_in(cast.firm).get("/members/hengtong/people/").text

    assert '<option value="editor" selected>' in page
    assert 'name="again"' not in page


def test_who_holds_the_role_is_not_invited_again(cast):
    with pytest.raises(Conflict):
        invite(cast, cast.firm.email, "administrator")


def test_an_organisation_sends_so_many_letters_a_day_and_no_more(cast):
    RuleFigure.objects.create(code="invitations_per_day", value=2, applies_from="2020-01-01")
    invite(cast, "a@demo.example")
    invite(cast, "b@demo.example")

    with pytest.raises(TooMany):
        invite(cast, "c@demo.example")


def test_an_auditor_does_not_become_an_editor(cast):
    invitation, _token = invite(cast, cast.auditor.email)

    with pytest.raises(Refused):
        invitation.accept(by=cast.auditor)

    assert cast.auditor.mandates.count() == 1


@pytest.mark.parametrize(
    ("name", "status"), [("zunyi", 403), ("publisher", 403), ("firm", 200), ("secretariat", 200)]
)
def test_the_page_of_the_people_is_for_administrators(cast, sign_in, name, status):
    assert sign_in(getattr(cast, name)).get("/members/hengtong/people/").status_code == status


def test_the_people_of_an_unverified_firm_are_not_even_found(cast, sign_in):
    assert sign_in(cast.zunyi).get("/members/startup/people/").status_code == 404
    assert sign_in(None).get("/members/hengtong/people/").status_code == 302


def test_a_mandate_of_another_organisation_is_not_found_here(cast, sign_in):
    mandate = cast.zunyi.mandates.get()

    answer = sign_in(cast.firm).post(f"/members/hengtong/people/{mandate.pk}/end/")

    assert answer.status_code == 404
