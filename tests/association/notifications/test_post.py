"""Sending: every mail leaves once, whatever the mail server or another worker does meanwhile."""

import time
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from association.notifications import post
from association.notifications.delivery import LEASE, MOST_ATTEMPTS
from association.notifications.models import Delivery
from association.notifications.tasks import sweep
from tests import sink as moods

pytestmark = pytest.mark.django_db
State = Delivery.State


def states():
    return list(Delivery.objects.order_by("pk").values_list("state", "attempts"))


def an_hour_later():
    return time_machine.travel(timezone.now() + timedelta(hours=1), tick=False)


def test_each_mail_leaves_once_over_one_connection(post_letters, sink):
    post_letters(45)

    assert post.send_due() == 45
    assert post.send_due() == 0
    assert len(set(sink.ids)) == len(sink.ids) == 45
    assert sink.lines == 3  # batches of twenty
    assert set(states()) == {(State.SENT, 1)}


def test_message_id_is_that_of_the_row(post_letters, sink):
    (row,) = post_letters()

    post.send_due()

    assert sink.ids == [row.mail_id]
    assert row.mail_id.endswith("@localhost>")


def test_dead_worker_is_followed_by_another_with_the_same_message_id(post_letters, sink):
    post_letters()
    (dead,) = Delivery.objects.claim(1)
    dead.begin()
    connection = post.get_connection()
    connection.send_messages([post.compose(dead)])  # it leaves, and the worker dies

    assert post.send_due() == 0
    with time_machine.travel(timezone.now() + LEASE * 2, tick=False):
        assert post.send_due() == 1

    assert sink.ids == [dead.mail_id] * 2
    assert not dead.mark_sent()


@pytest.mark.parametrize("mood", [moods.REFUSE, moods.HANG])
def test_server_that_is_not_there_costs_no_attempt_and_holds_nobody(
    post_letters, sink, mood, caplog
):
    post_letters(25)
    sink.mood = mood
    begun = time.monotonic()

    assert post.send_due() == 0

    assert time.monotonic() - begun < 2
    assert set(states()) == {(State.WAITING, 0)}
    assert "mail server in trouble" in caplog.text
    sink.mood = moods.OK
    with an_hour_later():
        assert post.send_due() == 25


def test_dead_server_costs_no_attempt(post_letters, settings, sink):
    post_letters()
    settings.EMAIL_PORT = 1

    assert post.send_due() == 0

    assert states() == [(State.WAITING, 0)]


def test_refusal_for_now_is_tried_again_later(post_letters, sink):
    post_letters(2)
    sink.mood = moods.BUSY

    assert post.send_due() == 0

    assert states() == [(State.WAITING, 1), (State.WAITING, 1)]
    assert "451" in Delivery.objects.first().cause
    sink.mood = moods.OK
    assert post.send_due() == 0
    with an_hour_later():
        assert post.send_due() == 2


def test_server_that_hangs_over_a_mail_frees_the_worker(post_letters, sink):
    post_letters(3)
    sink.mood = moods.HANG_AT_END
    begun = time.monotonic()

    assert post.send_due() == 0

    assert time.monotonic() - begun < 2
    assert states() == [(State.WAITING, 1), (State.WAITING, 0), (State.WAITING, 0)]
    sink.mood = moods.OK
    with an_hour_later():
        assert post.send_due() == 3


def test_mail_that_cannot_be_written_does_not_hold_up_the_others(post_letters, sink, monkeypatch):
    post_letters(3)
    compose = post.compose

    def stumble(delivery):
        if delivery.letter.key == "letter:2":
            raise ValueError("a fault in the template")
        return compose(delivery)

    monkeypatch.setattr(post, "compose", stumble)

    assert post.send_due() == 2
    assert [state for state, _attempts in states()] == [State.SENT, State.WAITING, State.SENT]


def test_row_whose_reader_cannot_be_judged_is_set_aside_and_others_go_on(
    post_letters, sink, monkeypatch
):
    poison = post_letters(2)[0].pk
    wanted = post._is_wanted

    def stumble(delivery):
        if delivery.pk == poison:
            raise ValueError("a fault in visible_to")
        return wanted(delivery)

    monkeypatch.setattr(post, "_is_wanted", stumble)

    sent = []
    for days in range(MOST_ATTEMPTS + 1):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            sent.append(post.send_due())

    assert sent == [1] + [0] * MOST_ATTEMPTS
    assert states() == [(State.FAILED, MOST_ATTEMPTS), (State.SENT, 1)]


def test_time_that_is_up_ends_the_round(post_letters, sink):
    post_letters()

    assert post.send_due(until=time.monotonic()) == 0


def test_sweep_sends_urgent_mail_first_and_may_run_twice(post_letters, sink):
    post_letters(2)
    Delivery.objects.filter(letter__key="letter:2").update(lane=Delivery.Lane.URGENT)

    sweep()
    sweep()

    assert [mail["To"] for mail in sink.parsed] == ["person2@demo.example", "person1@demo.example"]
