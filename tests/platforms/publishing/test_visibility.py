"""Who sees which entry: state × audience × visitor."""

import pytest
from django.contrib.auth.models import AnonymousUser

from association.members.models import Mandate
from platforms.publishing.models import Entry
from tests.platforms.factory import draft, published, submitted

pytestmark = pytest.mark.django_db
EVERYBODY = {
    *("anonymous", "nobody", "newfirm", "firm", "kunshan", "kunshan_admin", "zunyi", "jiangsu"),
    *("expert", "publisher", "secretariat", "auditor"),
}
OWN = {"kunshan", "kunshan_admin"}
STAFF = {"publisher", "secretariat"}
MEMBERS = {"firm", "kunshan", "kunshan_admin", "zunyi", "jiangsu"}


def readers(cast, entry):
    """Names of the visitors who see the entry, by the one door."""
    people = {name: getattr(cast, name, None) for name in EVERYBODY} | {
        "anonymous": AnonymousUser()
    }
    return {
        name
        for name, user in people.items()
        if Entry.objects.visible_to(user).filter(pk=entry.pk).exists()
    }


def test_a_draft_is_seen_by_its_own_writers_only(cast):
    assert readers(cast, draft(cast)) == OWN


def test_what_is_in_review_or_returned_is_also_seen_by_the_secretariat(cast):
    entry = submitted(cast)
    assert readers(cast, entry) == OWN | STAFF

    entry.give_back(by=cast.publisher, note="请修改")
    assert readers(cast, entry) == OWN | STAFF


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("public", EVERYBODY),
        ("registered", EVERYBODY - {"anonymous"}),
        ("members", MEMBERS | STAFF),
        ("parties", OWN | STAFF),
    ],
)
def test_a_published_entry_is_seen_by_its_audience(cast, audience, expected):
    assert readers(cast, published(cast, audience=audience)) == expected


@pytest.mark.parametrize("verb", ["withdraw", "hide"])
def test_what_was_taken_back_or_down_is_seen_by_owner_and_secretariat(cast, verb):
    entry = published(cast)
    entry.take(verb, by=cast.secretariat, note="-")

    assert readers(cast, entry) == OWN | STAFF


def test_an_archived_entry_is_not_for_the_anonymous(cast):
    entry = published(cast)
    entry.fulfil(by=cast.kunshan)
    entry.archive(by=cast.kunshan)

    assert readers(cast, entry) == EVERYBODY - {"anonymous"}


def test_a_mandate_that_has_ended_shows_nothing_at_the_next_request(cast):
    entry = draft(cast)
    Mandate.objects.filter(user=cast.kunshan).update(until_on="2022-01-01")
    fresh = type(cast.kunshan).objects.get(pk=cast.kunshan.pk)

    assert not Entry.objects.visible_to(fresh).filter(pk=entry.pk).exists()


def test_a_suspended_organisation_writes_nothing(cast):
    cast.kunshan_etdz.verification = "rejected"
    cast.kunshan_etdz.save()
    fresh = type(cast.kunshan).objects.get(pk=cast.kunshan.pk)

    assert not Entry.objects.owned_by(fresh).exists()
