"""The nudge: whatever the broker does, a request does not wait and nothing is lost."""

import socket
import threading
import time

import pytest
from celery import Celery

from association.notifications import nudge
from association.notifications.letters import send_letter
from association.notifications.nudge import Nudger
from association.notifications.tasks import sweep
from tests.sink import REFUSE, mail_sink

PATIENCE = 0.3


@pytest.fixture
def silent_broker():
    """A port that accepts and never answers; the queue of the system does the accepting."""
    with socket.create_server(("127.0.0.1", 0), backlog=5) as server:
        yield server.getsockname()[1]


@pytest.fixture
def resetting_broker():
    """A port that accepts and hangs up."""
    with mail_sink() as server:
        server.mood = REFUSE
        yield server.port


@pytest.fixture
def brokers(silent_broker, resetting_broker):
    """Where a broker should be: nobody, or somebody who says nothing or hangs up."""
    return {"down": 1, "silent": silent_broker, "resetting": resetting_broker}


@pytest.fixture
def nudger(monkeypatch):
    monkeypatch.setattr(nudge, "BROKER_PATIENCE", PATIENCE)
    return Nudger()


@pytest.mark.parametrize("trouble", ["down", "silent", "resetting"])
def test_trouble_with_the_broker_ends_soon(nudger, settings, brokers, trouble):
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{brokers[trouble]}/0"
    begun = time.monotonic()

    assert nudger.send() is False

    assert time.monotonic() - begun < 5 * PATIENCE


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("trouble", ["down", "silent", "resetting"])
def test_deed_does_not_wait_for_the_broker_and_its_mail_leaves(
    nudger, settings, brokers, trouble, monkeypatch, sink
):
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{brokers[trouble]}/0"
    tried = threading.Event()
    send = nudger.send
    monkeypatch.setattr(nudger, "send", lambda: (send(), tried.set()))
    monkeypatch.setattr(nudge, "wake", nudger.wake)
    seconds = []
    for number in range(5):
        begun = time.monotonic()
        send_letter("a@demo.example", "en", "Welcome", "Hello.", key=f"letter:{number}")
        seconds.append(time.monotonic() - begun)

    assert min(seconds) < 0.05  # the machine may be busy; a wait for the broker hits each deed
    assert tried.wait(10)
    sweep()
    assert len(sink.mails) == 5


def test_nudge_reaches_the_queue(nudger, settings):
    with Celery(broker=settings.CELERY_BROKER_URL).connection_for_read() as connection:
        queue = connection.SimpleQueue("celery")
        queue.clear()

        assert nudger.send() is True

        message = queue.get(timeout=2)
        message.ack()
        queue.close()
    assert message.headers["task"] == nudge.TASK


@pytest.mark.django_db
def test_emptied_queue_loses_no_mail(nudger, settings, sink):
    send_letter("a@demo.example", "en", "Welcome", "Hello.", key="letter:1")
    nudger.send()
    with Celery(broker=settings.CELERY_BROKER_URL).connection_for_write() as connection:
        connection.default_channel.client.flushdb()

    sweep()  # beat sends one every 20 s

    assert len(sink.mails) == 1


def test_many_nudges_become_few(nudger, monkeypatch):
    sent, first, go_on = [], threading.Event(), threading.Event()

    def send():
        sent.append(1)
        first.set()
        go_on.wait(5)

    monkeypatch.setattr(nudger, "send", send)
    nudger.wake()
    assert first.wait(5)
    for _time in range(1000):
        nudger.wake()
    go_on.set()

    assert len(sent) <= 2


def test_fork_starts_a_thread_of_its_own(nudger, monkeypatch):
    monkeypatch.setattr(nudger, "send", lambda: None)
    nudger.wake()
    parents = nudger.thread

    nudger.forget()
    nudger.wake()

    assert nudger.thread is not parents


def test_ending_interpreter_is_left_in_peace(nudger, monkeypatch):
    def refuse(thread):
        raise RuntimeError("can't create new thread at interpreter shutdown")

    monkeypatch.setattr(threading.Thread, "start", refuse)

    nudger.wake()

    assert nudger.thread is None


def test_tests_are_not_nudged(monkeypatch):
    monkeypatch.setattr(nudge, "nudger", None)

    nudge.wake()
