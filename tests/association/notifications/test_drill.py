"""The drill of RQ-03: workers killed with kill -9 in the middle of 2,000 mails."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from association.notifications.models import Delivery, Letter

KILLS = 50
MAILS = 2000
SENDER = Path(__file__).with_name("drill_sender.py")
ROOT = SENDER.parents[3]


def environment(port):
    """What the sender needs: the test database and the sink."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    return os.environ | {
        "DATABASE_URL": urlunsplit(url),
        "DJANGO_SETTINGS_MODULE": "association.settings",
        "PYTHONPATH": str(ROOT),
        "HELIU_SMTP_HOST": "127.0.0.1",
        "HELIU_SMTP_PORT": str(port),
        "HELIU_SMTP_TLS": "0",
    }


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_killed_senders_lose_nothing_and_double_at_most_one_a_kill(sink):
    words = {"language": "en", "subject": "Drill", "body": "Drill."}
    letters = Letter.objects.bulk_create(
        Letter(key=f"drill:{n}", to_email=f"p{n}@demo.example", **words) for n in range(MAILS)
    )
    Delivery.objects.bulk_create(Delivery.of_letter(letter, 1) for letter in letters)

    subprocess.run(
        [sys.executable, str(SENDER), str(KILLS)],
        env=environment(sink.port),
        check=True,
        timeout=600,
    )

    counts = Counter(sink.ids)
    assert set(counts) == set(Delivery.objects.values_list("mail_id", flat=True))
    assert sum(counts.values()) - MAILS <= KILLS
    assert len({(mail["To"], mail["Message-ID"]) for mail in sink.parsed}) == MAILS
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}
