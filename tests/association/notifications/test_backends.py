"""Without a mail server each mail becomes one readable file."""

import pytest
import time_machine
from django.core.mail import EmailMessage, get_connection

BACKEND = "association.notifications.backends.FileEmailBackend"


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path / "mails")
    return tmp_path / "mails"


def send(*recipients):
    mails = [EmailMessage("Subject", "Text", to=[recipient]) for recipient in recipients]
    return get_connection(BACKEND).send_messages(mails)


@time_machine.travel("2026-03-01 01:02:03+00:00", tick=False)
def test_each_mail_is_a_file_of_its_own(folder):
    assert send("a@demo.example", "a@demo.example", "b@demo.example") == 3

    assert sorted(path.name for path in folder.iterdir()) == [
        "20260301-090203-a@demo.example-1.eml",
        "20260301-090203-a@demo.example-2.eml",
        "20260301-090203-b@demo.example-1.eml",
    ]


def test_files_are_for_their_owner_only(folder):
    send("a@demo.example")

    (path,) = folder.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert b"Subject: Subject" in path.read_bytes()


def test_hostile_recipient_stays_within_the_folder(folder):
    send("../../../etc/passwd@demo.example")

    (path,) = folder.iterdir()
    assert path.parent == folder
