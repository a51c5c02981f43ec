"""Limits are exact, atomic and forgetful at the right time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import authenticate, get_user_model
from django.db import connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from association.accounts.limits import Limit, may_mail
from association.accounts.models import Try
from association.accounts.tasks import forget_tries
from association.lib.refusals import TooMany

pytestmark = pytest.mark.django_db
THREE = Limit("test", 3, 900)


def test_the_fourth_try_is_refused():
    assert all(THREE.reserve("lin") for _ in range(3))

    assert THREE.reserve("lin") is None
    assert THREE.reserve("somebody else")


def test_the_lock_lasts_as_long_as_the_window_after_the_last_try():
    with time_machine.travel("2026-03-01 10:00:00+08:00", tick=False) as clock:
        THREE.reserve("lin")
        clock.shift(14 * 60)
        THREE.reserve("lin")
        THREE.reserve("lin")
        clock.shift(14 * 60 + 59)
        assert THREE.reserve("lin") is None
        clock.shift(2)
        assert THREE.reserve("lin")


def test_old_tries_fall_out_of_the_window_one_by_one():
    with time_machine.travel("2026-03-01 10:00:00+08:00", tick=False) as clock:
        THREE.reserve("lin")
        clock.shift(10 * 60)
        THREE.reserve("lin")
        clock.shift(6 * 60)

        assert [bool(THREE.reserve("lin")) for _ in range(3)] == [True, True, False]


def test_a_harmless_try_is_given_back():
    for _ in range(10):
        THREE.reserve("lin").give_back()

    assert all(THREE.reserve("lin") for _ in range(3))


def test_clearing_forgives_everything():
    THREE.reserve("lin")
    THREE.reserve("lin").clear()

    assert all(THREE.reserve("lin") for _ in range(3))


def test_require_refuses_with_429():
    for _ in range(3):
        THREE.require("lin")

    with pytest.raises(TooMany):
        THREE.require("lin")


def test_the_table_does_not_tell_who_tried():
    THREE.reserve("lin@demo.example")

    assert "lin" not in Try.objects.get().key


def test_the_task_forgets_what_no_limit_looks_at():
    THREE.reserve("old")
    Try.objects.update(until=timezone.now() - timedelta(seconds=1))
    THREE.reserve("new")

    forget_tries()

    assert Try.objects.count() == 1


def test_ab03_two_mails_an_hour_and_five_a_day():
    with time_machine.travel("2026-03-01 06:00:00+08:00", tick=False) as clock:
        sent = 0
        for _ in range(10):
            sent += sum(may_mail("reset", "lin@demo.example", "198.51.100.1") for _ in range(3))
            clock.shift(3601)
    assert sent == 5


@pytest.mark.django_db(transaction=True)
def test_rq14_a_try_is_counted_although_the_work_is_rolled_back():
    THREE.reserve("lin")
    with pytest.raises(RuntimeError), transaction.atomic():
        raise RuntimeError

    assert Try.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an05_of_forty_parallel_sign_ins_five_check_the_password(monkeypatch):
    checks = []
    person = get_user_model()(email="lin@demo.example")
    person.set_unusable_password()
    person.save()
    monkeypatch.setattr(
        get_user_model(), "check_password", lambda self, raw: checks.append(raw) or False
    )

    def sign_in(number: int) -> None:
        request = RequestFactory().post("/", REMOTE_ADDR="198.51.100.1")
        try:
            authenticate(request, email="lin@demo.example", password=f"wrong {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(40) as pool:
        list(pool.map(sign_in, range(40)))

    assert len(checks) == 5
