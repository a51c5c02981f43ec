"""Letters: one per occasion, durable, with a subject of one line."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Value

from association.notifications.letters import send_letter
from association.notifications.models import Delivery, Letter

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
