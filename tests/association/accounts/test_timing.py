"""How long the answers take (AN-01), in time of the processor: a busy machine blurs the clock."""

import statistics
import time

import pytest
from django.contrib.auth import get_user_model

from association.accounts.addresses import vouch_for
from association.accounts.models import Try
from tests.conftest import PASSWORD

TIMES = 40


@pytest.mark.drill
@pytest.mark.django_db
def test_an01_known_and_unknown_addresses_take_as_long(client):
    vouch_for(get_user_model().objects.create_user("lin@demo.example", PASSWORD))
    took = {"lin@demo.example": [], "ghost@demo.example": []}
    for _ in range(TIMES):
        for email, seconds in took.items():
            Try.objects.all().delete()
            start = time.process_time()
            client.post("/en/accounts/login/", {"login": email, "password": "wrong"})
            seconds.append(time.process_time() - start)

    known, unknown = (statistics.median(seconds) for seconds in took.values())

    assert abs(known - unknown) < 0.015
