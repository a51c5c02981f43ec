"""The sample goes into a database of its own and tells nobody what they did not miss."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from platforms.publishing.models import Entry, EntryEvent

pytestmark = pytest.mark.django_db


def add(email):
    return get_user_model().objects.create_user(email)


def test_a_database_with_people_of_its_own_is_refused():
    add("li@portal.example.org")

    with pytest.raises(CommandError, match="holds people of its own"):
        call_command("load_demo")

    assert get_user_model().objects.count() == 1


@pytest.fixture
def sample(db, settings, capsys):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("load_reference")
    call_command("load_demo")


def test_a_second_start_keeps_visitors_and_tells_what_they_did(sample):
    visitor = add("visitor@portal.example.org")
    entry = Entry.objects.filter(status="published", is_sample=True).first()
    deed = EntryEvent.record(entry=entry, step="note", by=visitor, to_status=entry.status)

    call_command("load_demo")

    assert list(EntryEvent.objects.filter(told_at=None)) == [deed]
