"""Letters: one per occasion, durable, with a subject of one line."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Value
from django.utils import timezone

from association.lib.refusals import Conflict
from association.notifications import post
from association.notifications.letters import KEPT, send_letter
from association.notifications.models import Delivery, Letter
from association.notifications.tasks import forget_letters

pytestmark = pytest.mark.django_db
WORDS = {"language": "en", "subject": "Reset", "body": "Here is the link."}


def test_letter_waits_in_the_lane_it_was_given():
    send_letter("a@demo.example", key="reset:1", urgent=True, **WORDS)
    send_letter("a@demo.example", key="invitation:1", **WORDS)

    lanes = dict(Delivery.objects.values_list("letter__key", "lane"))
    assert lanes == {"reset:1": Delivery.Lane.URGENT, "invitation:1": Delivery.Lane.NORMAL}


def test_same_key_is_the_same_letter():
    for _time in range(3):
        send_letter("a@demo.example", key="reset:1", **WORDS)

    assert Letter.objects.count() == Delivery.objects.count() == 1


def test_rollback_leaves_no_letter():
    with transaction.atomic():
        send_letter("a@demo.example", key="reset:1", **WORDS)
        transaction.set_rollback(True)

    assert not Letter.objects.exists()
    assert not Delivery.objects.exists()


def test_line_breaks_leave_the_subject():
    words = WORDS | {"subject": "Reset\r\nBcc: everybody@demo.example"}
    send_letter("a@demo.example", key="reset:1", **words)

    assert Letter.objects.get().subject == "Reset Bcc: everybody@demo.example"


def test_database_refuses_a_subject_of_two_lines(post_letters):
    post_letters()

    with pytest.raises(IntegrityError, match="subject_is_one_line"), transaction.atomic():
        Letter.objects.update(subject=Value("One\nTwo"))


@pytest.mark.parametrize("address", ["", "nobody", "a@demo.example\r\nBcc: b@demo.example"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValidationError):
        send_letter(address, key="reset:1", **WORDS)


def test_worker_is_told_only_after_the_commit(monkeypatch, django_capture_on_commit_callbacks):
    woken = []
    monkeypatch.setattr("association.notifications.nudge.wake", lambda: woken.append(1))

    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        send_letter("a@demo.example", key="reset:1", **WORDS)

    assert (len(callbacks), woken) == (1, [])


def bodies():
    return list(Letter.objects.order_by("pk").values_list("body", flat=True))


def test_links_are_forgotten_once_the_letter_has_left(post_letters, sink):
    post_letters(2)
    Delivery.objects.filter(letter__key="letter:2").update(state="failed")

    assert post.send_due() == 1

    assert "Welcome." in sink.parsed[0].as_string()
    assert bodies() == ["", "Welcome."]
    assert Letter.objects.first().subject == "Letter 1"


def test_links_are_forgotten_when_the_letter_is_stopped(post_letters, cast):
    (delivery,) = post_letters()

    delivery.suppress(by=cast.secretariat)

    assert bodies() == [""]
    with pytest.raises(Conflict):
        Delivery.objects.get().retry(by=cast.secretariat)


def test_links_in_letters_that_never_left_are_forgotten_after_a_month(post_letters):
    post_letters(3)
    Delivery.objects.exclude(letter__key="letter:1").update(state="failed")
    Letter.objects.exclude(key="letter:3").update(created_at=timezone.now() - KEPT * 1.1)

    forget_letters()

    assert bodies() == ["Welcome.", "", "Welcome."]  # waiting, failed long ago, failed lately
