"""The life of an entry: each step works for the right person, in the right state, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from association.lib.dates import today
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Overtaken, Refused
from platforms.publishing.models import Entry, EntryEvent
from platforms.publishing.steps import STEPS, Status
from tests.platforms.factory import draft, published, submitted

pytestmark = pytest.mark.django_db


def test_an_entry_goes_from_draft_to_view_and_each_step_is_history(cast):
    entry = published(cast)

    assert entry.status == "published"
    assert entry.is_open
    assert list(entry.events.order_by("pk").values_list("step", "by__email")) == [
        ("start", "kunshan@demo.example"),
        ("submit", "kunshan@demo.example"),
        ("publish", "publisher@demo.example"),
    ]
    assert entry.events.first().on_behalf_of == cast.kunshan_etdz


def test_submission_names_every_gap(cast):
    entry = draft(cast, title_zh="", title_en="", modes=[], contacts=[], valid_until=None)

    with pytest.raises(Incomplete) as refusal:
        entry.submit(by=cast.kunshan)

    assert set(refusal.value.gaps) == {"title_zh", "modes", "contacts", "valid_until"}
    entry.refresh_from_db()
    assert entry.status == "draft"


@pytest.mark.parametrize("days", [-1, 366])
def test_an_end_date_must_lie_within_the_life_of_the_kind(cast, days):
    entry = draft(cast, valid_until=(today() + timedelta(days=days)).isoformat())

    with pytest.raises(Incomplete) as refusal:
        entry.submit(by=cast.kunshan)

    assert "valid_until" in refusal.value.gaps


def test_the_author_cannot_publish_their_own_entry(cast):
    entry = draft(cast, by=cast.publisher, owner=cast.association)
    entry.submit(by=cast.publisher)

    with pytest.raises(NotAllowed):
        entry.publish(by=cast.publisher)

    entry.publish(by=cast.secretariat)
    assert entry.status == "published"


@pytest.mark.parametrize("who", ["kunshan", "kunshan_admin", "zunyi", "firm", "expert", "auditor"])
def test_only_the_secretariat_decides(cast, who):
    entry = submitted(cast)

    for verb in ("publish", "give_back", "reject"):
        with pytest.raises(NotAllowed):
            entry.take(verb, by=getattr(cast, who))

    assert Entry.objects.get(pk=entry.pk).status == "submitted"


def test_a_return_needs_a_note_and_leads_back_to_review(cast):
    entry = submitted(cast)
    with pytest.raises(Refused):
        entry.give_back(by=cast.secretariat, note=" ")

    entry.give_back(by=cast.secretariat, note="请补充电价。")
    assert entry.status == "returned"
    entry.submit(by=cast.kunshan)

    assert entry.status == "submitted"


def test_publishing_twice_is_refused_with_the_state(cast):
    entry = published(cast)

    with pytest.raises(Conflict):
        Entry.objects.get(pk=entry.pk).whole.publish(by=cast.secretariat)


def test_a_decision_about_an_older_text_is_overtaken(cast):
    entry = submitted(cast)
    seen = entry.edit_number
    entry.retract(by=cast.kunshan)
    entry.save_draft({"summary_zh": "改过了。"}, seen=entry.edit_number, by=cast.kunshan)
    entry.submit(by=cast.kunshan)

    with pytest.raises(Overtaken):
        entry.publish(by=cast.publisher, seen=seen)

    assert Entry.objects.get(pk=entry.pk).status == "submitted"


def test_a_step_starts_only_from_its_origins(cast):
    entry = draft(cast)

    for name, step in STEPS.items():
        for status in set(Status.values) - step.origins:
            entry.status = status  # as another process may have left it
            with pytest.raises(Refused):
                entry.take(name, by=cast.secretariat)


def test_the_database_refuses_a_move_that_the_table_does_not_know(cast):
    entry = draft(cast)

    with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(status="published")


def test_pause_resume_renew_fulfil_and_archive(cast):
    entry = published(cast)
    until = today() + timedelta(days=200)

    entry.pause(by=cast.kunshan)
    assert not entry.is_open
    entry.resume(by=cast.kunshan)
    with pytest.raises(Incomplete):
        entry.renew(until, confirmed={"valid"}, by=cast.kunshan)
    entry.renew(until, confirmed={"valid", "amount", "contacts", "capacity"}, by=cast.kunshan)
    assert entry.valid_until == until
    entry.fulfil(by=cast.kunshan)
    entry.archive(by=cast.kunshan)

    assert entry.status == "archived"


def test_an_entry_expires_at_the_end_of_its_last_day_in_china(cast, time_machine):
    entry = published(cast, valid_until=(today() + timedelta(days=2)).isoformat())
    last = entry.valid_until

    time_machine.move_to(f"{last.isoformat()}T15:59:59Z", tick=False)
    assert entry.is_open
    assert Entry.objects.open_on().filter(pk=entry.pk).exists()

    time_machine.move_to(f"{last.isoformat()}T16:00:01Z", tick=False)
    assert entry.is_expired
    assert not Entry.objects.open_on().filter(pk=entry.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_two_publish_at_once_and_one_wins(cast):
    entry = submitted(cast)

    def publish(who):
        try:
            Entry.objects.get(pk=entry.pk).whole.publish(by=who)
        except (Conflict, Overtaken):
            return "refused"
        finally:
            connection.close()
        return "published"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(publish, [cast.publisher, cast.secretariat]))

    assert outcomes == ["published", "refused"]
    assert EntryEvent.objects.filter(entry_id=entry.pk, step="publish").count() == 1
