"""Where mails go when no mail server is configured: one readable file for each."""

import os
import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

MOST_NAME = 80


class FileEmailBackend(BaseEmailBackend):
    """Writes `<time>-<recipient>-<n>.eml` into EMAIL_FILE_PATH, readable by its owner only."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for mail in email_messages:
            write_mail(folder, mail)
        return len(email_messages)


def write_mail(folder: Path, mail: EmailMessage) -> Path:
    """Write one mail under the first free number of its second and recipient."""
    moment = timezone.localtime().strftime("%Y%m%d-%H%M%S")
    recipient = re.sub(r"[^\w.@+-]", "_", (mail.recipients() or ["nobody"])[0])[:MOST_NAME]
    content = mail.message().as_bytes()
    for number in count(1):
        path = folder / f"{moment}-{recipient}-{number}.eml"
        try:
            with open(path, "xb", opener=_private) as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("count() does not end")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
