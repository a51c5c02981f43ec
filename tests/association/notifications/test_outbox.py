"""Messages from history: one for each person and event, never held up by a faulty neighbour."""

from unittest import mock

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from association.notifications import nudge, outbox, post
from association.notifications.happening import MOST_TRIES, Notice
from association.notifications.models import Delivery, Happening, Message
from platforms.publishing.models import Entry, EntryEvent

pytestmark = pytest.mark.django_db


def mails_to(*people):
    return {person.email for person in people}


def test_step_becomes_a_message_and_a_mail_for_each_reviewer(take, entry, cast):
    event = take("submit")

    assert outbox.tell() == 1

    messages = Message.objects.order_by("pk")
    assert {m.user for m in messages} == {cast.secretariat, cast.publisher}
    first = messages[0]
    assert first.event_key == f"publishing.entryevent:{event.pk}"
    assert first.title_en == "For review: Photovoltaic plant"
    assert "光伏组件生产基地" in first.title_zh
    assert (first.subject_type.model_class(), first.subject_id) == (Entry, entry.pk)
    assert Delivery.objects.filter(message__in=messages, channel="mail").count() == 2


def test_telling_again_tells_nobody_twice(take):
    take("submit")
    outbox.tell()

    assert outbox.tell() == 0
    EntryEvent.objects.update(told_at=None)
    assert outbox.tell() == 1
    assert Message.objects.count() == Delivery.objects.count() == 2


def test_database_holds_one_message_per_person_and_event(take):
    take("submit")
    outbox.tell()
    again = Message.objects.first()
    again.pk = None

    with pytest.raises(IntegrityError, match="one_message_per_person"), transaction.atomic():
        again.save()


@pytest.fixture
def published(entry):
    """The entry, where everybody may see it."""
    Entry.objects.filter(pk=entry.pk).update(status="published", published_at=timezone.now())
    return entry


def test_who_may_not_see_the_subject_is_not_told_its_title(take, cast, monkeypatch):
    people = [cast.firm, cast.secretariat]
    notice = Notice(people, "entry", lambda: "光伏组件生产基地", lambda: "", "/")
    monkeypatch.setattr(EntryEvent, "notices", lambda event: [notice])
    take()

    assert outbox.tell() == 1

    assert Message.objects.get().user == cast.secretariat
    assert Delivery.objects.get().message.user == cast.secretariat


def test_person_named_twice_in_one_event_is_told_once(take, published, cast, monkeypatch):
    def notices(event):
        for number in (1, 2):
            yield Notice(
                [cast.firm, cast.firm], "entry", lambda n=number: f"No. {n}", lambda: "", "/"
            )

    monkeypatch.setattr(EntryEvent, "notices", notices)
    take()

    outbox.tell()

    assert Message.objects.get().title_en == "No. 1"
    assert Delivery.objects.count() == 1


def test_rollback_leaves_no_message_in_a_thousand_tries(take, entry):
    for _try in range(1000):
        with transaction.atomic():
            take("submit")
            transaction.set_rollback(True)

    assert outbox.tell() == 0
    assert not EntryEvent.objects.exists()
    assert not Message.objects.exists()


def test_worker_is_woken_after_the_commit_of_a_step(take, django_capture_on_commit_callbacks):
    with mock.patch.object(nudge, "wake") as wake:
        with django_capture_on_commit_callbacks(execute=False) as callbacks:
            take("submit")
        assert not wake.called

    assert callbacks == [wake]


def test_faulty_row_does_not_hold_up_the_others_and_is_set_aside(take, monkeypatch, caplog):
    faulty, sound = take("submit"), take("submit")
    notices = EntryEvent.notices

    def stumble(event):
        if event.pk == faulty.pk:
            raise ValueError("no such person")
        return notices(event)

    monkeypatch.setattr(EntryEvent, "notices", stumble)

    told = [outbox.tell() for _time in range(MOST_TRIES + 2)]

    assert told == [1] + [0] * (MOST_TRIES + 1)
    assert Message.objects.filter(event_key=sound.event_key).exists()
    assert list(EntryEvent.objects.quarantined()) == [faulty]
    assert "set aside after 5 tries" in caplog.text
    monkeypatch.undo()
    EntryEvent.objects.retry()
    assert outbox.tell() == 1


def test_failure_half_way_leaves_nothing_of_the_row(take, published, cast, monkeypatch):
    def notices(event):
        yield Notice([cast.firm], "entry", lambda: "First", lambda: "", "/")
        raise ValueError("the second notice is faulty")

    monkeypatch.setattr(EntryEvent, "notices", notices)
    take()

    outbox.tell()

    assert not Message.objects.exists()


def test_every_history_of_the_portal_is_swept():
    found = list(outbox.histories())

    assert EntryEvent in found
    assert Happening not in found
    assert len(found) == len(set(found))


def test_long_title_is_cut_rather_than_refused(take, published, cast, monkeypatch):
    notice = Notice([cast.firm], "entry", lambda: "长" * 400, lambda: "", "/")
    monkeypatch.setattr(EntryEvent, "notices", lambda event: [notice])
    take()

    outbox.tell()

    assert len(Message.objects.get().title_zh) == 300


def test_queries_grow_only_by_the_question_whether_one_may_see_it(
    take, published, cast, monkeypatch, django_assert_max_num_queries
):
    def telling(people):
        notice = Notice(people, "entry", lambda: "Title", lambda: "", "/")
        monkeypatch.setattr(EntryEvent, "notices", lambda event: [notice])
        take()
        with django_assert_max_num_queries(13 + 2 * len(people)):
            outbox.tell()

    telling([cast.firm])
    telling([cast.firm, cast.newfirm, cast.zunyi, cast.jiangsu, cast.expert])


def test_reader_who_lost_access_gets_no_mail_and_no_title(take, entry, sink):
    take("submit")
    outbox.tell()
    Entry.objects.filter(pk=entry.pk).update(status="draft")  # retracted meanwhile

    assert post.send_due() == 0

    assert sink.mails == []
    assert set(Delivery.objects.values_list("state", "cause")) == {("dropped", "no longer visible")}


def test_closed_account_gets_no_mail(take, cast, sink):
    take("submit")
    outbox.tell()
    cast.publisher.is_active = False
    cast.publisher.save()

    assert post.send_due() == 1

    assert {mail["To"] for mail in sink.parsed} == mails_to(cast.secretariat)
    assert Delivery.objects.get(message__user=cast.publisher).cause == "the account is closed"


def test_message_id_is_the_same_for_the_same_person_and_event(take):
    take("submit")
    outbox.tell()
    before = set(Delivery.objects.values_list("mail_id", flat=True))
    Message.objects.all().delete()
    EntryEvent.objects.update(told_at=None)

    outbox.tell()

    assert set(Delivery.objects.values_list("mail_id", flat=True)) == before
    assert len(before) == 2
