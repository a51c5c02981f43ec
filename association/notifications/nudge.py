"""Tell a worker that something waits, without ever making a request wait for the broker.

PostgreSQL holds what is to be done and beat sweeps it every 20 s; a nudge only saves that wait.
One daemon thread a process does the talking, so a broker that is down, resetting or silent costs
a request nothing; many nudges in a short time become one, and a lost one is forgotten.
"""

import logging
import os
import threading
from typing import Any

from celery import Celery
from django.conf import settings
from django.db import transaction

logger = logging.getLogger("heliu.notifications")
TASK = "notifications.sweep"
BROKER_PATIENCE = 2.0  # seconds for connecting and for each answer
EXPIRES = 20  # seconds; by then beat has sent another sweep


class Nudger:
    """Sends the sweep task from a thread of its own, which starts with the first nudge."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start afresh: a fork inherits neither the thread nor a usable lock."""
        self.lock = threading.Lock()
        self.wanted = threading.Event()
        self.thread: threading.Thread | None = None
        self.app: Celery | None = None

    def wake(self) -> None:
        """Ask for a sweep soon; returns at once whatever the broker does."""
        self.wanted.set()
        with self.lock:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self._run, name="nudge", daemon=True)
                self._start(self.thread)

    def send(self) -> bool:
        """Send one sweep; False when the broker did not take it within BROKER_PATIENCE."""
        try:
            with self._connection() as connection:
                self._celery().send_task(
                    TASK, connection=connection, retry=False, expires=EXPIRES, ignore_result=True
                )
        except Exception as error:  # whatever the broker did, the next sweep finds the work
            logger.info("broker not reached, the sweep will do: %s", error)
            return False
        return True

    def _run(self) -> None:
        while True:
            self.wanted.wait()
            self.wanted.clear()
            self.send()

    def _start(self, thread: threading.Thread) -> None:
        try:
            thread.start()
        except RuntimeError:  # the interpreter is ending; beat's sweep takes over
            self.thread = None

    def _celery(self) -> Celery:
        # Not the app of association.celery: importing that starts servers and loads every task.
        if self.app is None:
            self.app = Celery("heliu-nudge", set_as_current=False)
            self.app.config_from_object("django.conf:settings", namespace="CELERY")
        return self.app

    def _connection(self) -> Any:
        patience: dict[str, Any] = {
            "socket_connect_timeout": BROKER_PATIENCE,
            "socket_timeout": BROKER_PATIENCE,
            "max_retries": 0,
        }
        return self._celery().connection_for_write(
            connect_timeout=BROKER_PATIENCE, transport_options=patience
        )


nudger = Nudger()
os.register_at_fork(after_in_child=nudger.forget)


def wake() -> None:
    """Nudge a worker now; nothing happens in tests, where sweeps are run by hand."""
    if not settings.HELIU_TEST:
        nudger.wake()


def after_commit() -> None:
    """Nudge a worker as soon as the current transaction is committed."""
    transaction.on_commit(wake)
