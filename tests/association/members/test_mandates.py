"""Mandates: rights follow from them; ending one keeps somebody who can act."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from association.lib.dates import today
from association.lib.refusals import Conflict, NotAllowed, Refused
from association.members.models import Invitation, Mandate
from association.members.persona import forget_persona, persona_of

pytestmark = pytest.mark.django_db


def appoint(person, organisation, role, **values):
    values.setdefault("from_on", today() - timedelta(days=10))
    return Mandate.objects.create(user=person, organisation=organisation, role=role, **values)


def test_an_administrator_ends_the_mandate_of_an_editor(cast):
    mandate = cast.kunshan.mandates.get()

    mandate.end(by=cast.kunshan_admin)

    assert persona_of(cast.kunshan).roles == {"RU"}
    assert mandate.until_on == today()


def test_the_last_administrator_of_a_verified_organisation_stays(cast):
    with pytest.raises(Refused, match="管理员"):
        cast.firm.mandates.get().end(by=cast.firm)

    assert cast.firm.mandates.get().until_on is None


@pytest.mark.parametrize(
    "values",
    [
        {"role": "editor"},
        {"role": "administrator", "scope": "alliance", "scope_code": "ports"},
        {"role": "administrator", "until_on": today() + timedelta(days=400)},
        {"role": "administrator", "from_on": today() + timedelta(days=1)},
    ],
)
def test_somebody_who_cannot_act_for_good_is_no_replacement(cast, values):
    appoint(cast.nobody, cast.hengtong, **values)

    with pytest.raises(Refused):
        cast.firm.mandates.get().end(by=cast.firm)


def test_somebody_barred_from_signing_in_is_no_replacement(cast):
    appoint(cast.nobody, cast.hengtong, "administrator")
    type(cast.nobody).objects.filter(pk=cast.nobody.pk).update(is_active=False)

    with pytest.raises(Refused):
        cast.firm.mandates.get().end(by=cast.firm)


def test_with_a_second_administrator_the_first_may_go(cast):
    appoint(cast.nobody, cast.hengtong, "legal")

    cast.firm.mandates.get().end(by=cast.firm)

    assert persona_of(cast.nobody).roles == {"FU", "FA"}


def test_an_unverified_organisation_keeps_its_last_administrator(cast):
    with pytest.raises(Refused):
        cast.newfirm.mandates.get().end(by=cast.newfirm)

    assert cast.startup.mandates.valid_on().exists()


def test_a_merged_organisation_needs_no_administrator(cast):
    cast.startup.merge_into(cast.hengtong, by=cast.secretariat)

    cast.newfirm.mandates.get().end(by=cast.secretariat)

    assert cast.newfirm.mandates.get().until_on == today()


def test_a_mandate_ends_only_after_a_question(cast, sign_in):
    mandate = cast.kunshan.mandates.get()
    browser = sign_in(cast.kunshan_admin)
    address = f"/members/kunshan-etdz/people/{mandate.pk}/end/"

    assert "Kunshan" in browser.get(address).text
    mandate.refresh_from_db()
    assert mandate.until_on is None
    assert browser.post(address).status_code == 302
    mandate.refresh_from_db()
    assert mandate.until_on == today()


def test_one_s_own_mandate_is_named_as_such_before_it_ends(cast, sign_in):
    mandate = cast.firm.mandates.get()

    page = sign_in(cast.firm).get(f"/members/hengtong/people/{mandate.pk}/end/").text

    assert "您本人" in page


@pytest.mark.parametrize("name", ["zunyi", "kunshan", "publisher", "auditor", "nobody"])
def test_strangers_and_lower_roles_end_nothing(cast, name):
    with pytest.raises(NotAllowed):
        cast.kunshan_admin.mandates.get().end(by=getattr(cast, name))


def test_ended_twice_is_a_conflict(cast):
    mandate = cast.kunshan.mandates.get()
    mandate.end(by=cast.kunshan_admin)

    with pytest.raises(Conflict):
        mandate.end(by=cast.kunshan_admin)


def test_the_end_does_not_lie_in_the_past(cast):
    with pytest.raises(Refused):
        cast.kunshan.mandates.get().end(by=cast.kunshan_admin, on=today() - timedelta(days=1))


def test_a_term_can_be_cut_short(cast):
    mandate = appoint(
        cast.nobody, cast.kunshan_etdz, "editor", until_on=today() + timedelta(days=90)
    )

    mandate.end(by=cast.kunshan_admin)

    assert mandate.until_on == today()


def test_open_invitations_go_with_the_administrator_who_wrote_them(cast):
    appoint(cast.nobody, cast.hengtong, "administrator")
    Invitation.issue(cast.hengtong, "friend@demo.example", "editor", by=cast.firm)

    cast.firm.mandates.get().end(by=cast.firm)

    assert not Invitation.objects.still_open().exists()


def test_a_scoped_mandate_gives_no_role_at_the_whole_organisation(cast):
    appoint(cast.nobody, cast.hengtong, "administrator", scope="body", scope_code="council")

    persona = persona_of(cast.nobody)

    assert persona.roles == {"RU"}
    assert not persona.is_administrator_of(cast.hengtong.pk)
    assert persona.writing_mandates == ()


def test_an_auditor_is_nothing_but_an_auditor(cast):
    appoint(cast.auditor, cast.hengtong, "administrator")
    forget_persona(cast.auditor)

    assert persona_of(cast.auditor).roles == {"AU"}
    assert not persona_of(cast.auditor).is_administrator_of(cast.hengtong.pk)


def test_a_form_refuses_to_make_a_writer_of_an_auditor(cast):
    mandate = Mandate(user=cast.auditor, organisation=cast.hengtong, role="editor")

    with pytest.raises(ValidationError, match="审计"):
        mandate.full_clean()


def test_a_merged_organisation_gives_no_rights(cast):
    cast.hengtong.merge_into(cast.startup, by=cast.secretariat)

    assert persona_of(cast.firm).roles == {"RU"}


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_leave_at_once_do_not_both_leave(cast):
    appoint(cast.nobody, cast.hengtong, "administrator")
    mandates = list(cast.hengtong.mandates.select_related("user"))
    barrier = Barrier(2)

    def leave(mandate):
        barrier.wait()
        try:
            mandate.end(by=mandate.user)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(leave, mandates))

    assert sorted(done) == [False, True]
    assert cast.hengtong.mandates.valid_on().administering().count() == 1
