"""What is thrown away each night."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from association.accounts.tasks import forget_sessions

pytestmark = pytest.mark.django_db


def test_sessions_that_have_ended_are_forgotten():
    for name, days in (("over", -1), ("open", 1)):
        at = timezone.now() + timedelta(days=days)
        Session.objects.create(session_key=name, session_data="", expire_date=at)

    forget_sessions()

    assert [row.session_key for row in Session.objects.all()] == ["open"]
