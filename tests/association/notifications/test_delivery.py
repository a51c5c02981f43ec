"""Deliveries: claimed under a lease, counted before they leave, never marked by a late worker."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from association.lib.refusals import Conflict
from association.notifications.delivery import LEASE, MOST_ATTEMPTS
from association.notifications.models import Delivery

pytestmark = pytest.mark.django_db
State = Delivery.State


def after(pause):
    return time_machine.travel(timezone.now() + pause, tick=False)


def test_claim_takes_the_urgent_lane_first(post_letters):
    post_letters(2)
    Delivery.objects.filter(letter__key="letter:2").update(lane=Delivery.Lane.URGENT)

    assert [row.letter.key for row in Delivery.objects.claim(5)] == ["letter:2", "letter:1"]


def test_what_is_claimed_is_not_claimed_again(post_letters):
    post_letters(3)

    assert len(Delivery.objects.claim(2)) == 2
    assert len(Delivery.objects.claim(2)) == 1
    assert Delivery.objects.claim(2) == []


@pytest.mark.django_db(transaction=True)
def test_workers_that_claim_at_once_share_the_work(post_letters):
    post_letters(40)

    def work(_worker):
        try:
            return [row.pk for row in Delivery.objects.claim(10)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        claims = [pk for claimed in workers.map(work, range(4)) for pk in claimed]

    assert len(claims) == len(set(claims))
    assert len(claims) + len(Delivery.objects.claim(40)) == 40


def test_expired_lease_passes_to_another_worker_and_the_late_mark_is_refused(post_letters):
    post_letters()
    (dead,) = Delivery.objects.claim(1)
    assert dead.begin()

    with after(LEASE + timedelta(seconds=1)):
        (heir,) = Delivery.objects.claim(1)

        assert heir.mail_id == dead.mail_id
        assert not dead.mark_sent()
        assert not dead.begin()
        dead.put_off("too late")
        assert heir.begin()
        assert heir.mark_sent()
    row = Delivery.objects.get()
    assert (row.state, row.attempts, row.cause) == (State.SENT, 2, "")


def test_attempt_is_counted_before_the_mail_leaves(post_letters):
    post_letters()
    (mine,) = Delivery.objects.claim(1)

    mine.begin()

    assert Delivery.objects.get().attempts == 1


def test_pause_grows_with_each_failure_until_quarantine(post_letters, caplog):
    post_letters()
    pauses = []
    for _attempt in range(MOST_ATTEMPTS):
        Delivery.objects.update(due_at=timezone.now())
        (mine,) = Delivery.objects.claim(1)
        mine.begin()
        mine.put_off("451 later")
        row = Delivery.objects.get()
        pauses.append((row.due_at - timezone.now()).total_seconds() / 60)

    for pause, minutes in zip(pauses, [1, 5, 25, 125], strict=False):
        assert 0.75 * minutes < pause < 1.25 * minutes
    assert (row.state, row.attempts, row.cause) == (State.FAILED, 5, "451 later")
    assert "given up" in caplog.text


def test_row_over_which_workers_die_is_put_into_quarantine(post_letters, caplog):
    post_letters()
    for round_ in range(MOST_ATTEMPTS + 1):
        with after(LEASE * 2 * round_):
            mine = Delivery.objects.claim(1)[0]
            began = mine.begin()

    assert not began
    assert Delivery.objects.get(pk=mine.pk).state == State.FAILED
    assert "the worker died" in caplog.text


def test_retry_sends_a_failed_one_from_the_start(post_letters, cast):
    (row,) = post_letters()
    Delivery.objects.update(state=State.FAILED, attempts=5)

    row.retry(by=cast.secretariat)

    (mine,) = Delivery.objects.claim(1)
    assert mine.attempts == 0


@pytest.mark.parametrize("state", [State.SENT, State.CLAIMED])
def test_what_is_sent_or_under_way_is_neither_retried_nor_suppressed(post_letters, cast, state):
    (row,) = post_letters()
    Delivery.objects.update(state=state)

    for verb in (row.retry, row.suppress):
        with pytest.raises(Conflict):
            verb(by=cast.secretariat)


def test_suppressed_one_never_leaves(post_letters, cast):
    (row,) = post_letters()

    row.suppress(by=cast.secretariat)

    assert Delivery.objects.claim(1) == []


def test_delivery_carries_one_thing():
    with pytest.raises(IntegrityError, match="delivery_of_one_thing"), transaction.atomic():
        Delivery.objects.create(channel="mail", mail_id="<none@demo.example>")
