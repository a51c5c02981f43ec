"""What the tests of notifications share: letters in numbers, and a mail server to send them to."""

import pytest

from association.notifications.letters import send_letter
from association.notifications.models import Delivery
from platforms.publishing.models import Entry, EntryEvent
from tests.sink import mail_sink


@pytest.fixture
def post_letters():
    """Put letters number 1 to n on their way and return their deliveries, in order."""

    def write(count=1, **words):
        for number in range(1, count + 1):
            given = {"subject": f"Letter {number}", "body": "Welcome.", "language": "en"}
            send_letter(f"person{number}@demo.example", key=f"letter:{number}", **(given | words))
        return list(Delivery.objects.order_by("pk"))

    return write


@pytest.fixture
def sink(settings):
    """A mail server on a free port, to which the portal sends."""
    with mail_sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = False, 0.3
        yield server


@pytest.fixture
def entry(cast):
    """An entry of Kunshan in review."""
    return Entry.objects.create(
        kind="opportunity",
        owner=cast.kunshan_etdz,
        author=cast.kunshan,
        mandate=cast.kunshan.mandates.get(),
        title_zh="光伏组件生产基地",
        title_en="Photovoltaic plant",
        status="submitted",
    )


@pytest.fixture
def take(cast, entry):
    """Record a step of the entry without its verb; history is what these tests are about."""

    def record(step="submit", by=None, **also):
        return EntryEvent.record(
            entry=entry, step=step, by=by or cast.kunshan, to_status=entry.status, **also
        )

    return record
