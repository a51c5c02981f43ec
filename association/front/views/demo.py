"""The mail folder of a demonstration: what would have been sent, to be read by anybody."""

import email
import email.policy
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import TemplateView

MOST = 100
SEPARATOR = b"-" * 79
HEADERS = ("From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe")


class DemoOnly(TemplateView):
    """Nothing of this exists outside the demonstration."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.HELIU_DEMO:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class DemoMails(DemoOnly):
    template_name = "front/demo_mails.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        files = mail_files()
        rows = [(path, read_mail(path)) for path in files[:MOST]]
        mails = [
            {
                "name": path.name,
                "to": mail.get("To", ""),
                "subject": mail.get("Subject", ""),
                "at": datetime.fromtimestamp(path.stat().st_mtime, UTC),
            }
            for path, mail in rows
        ]
        return super().get_context_data(mails=mails, total=len(files), **kwargs)


class DemoMail(DemoOnly):
    template_name = "front/demo_mail.html"

    def get_context_data(self, name: str, **kwargs: Any) -> dict[str, Any]:
        # The name is compared with the folder's own list, so no path can lead elsewhere.
        found = next((path for path in mail_files() if path.name == name), None)
        if found is None:
            raise Http404
        mail = read_mail(found)
        headers = [(key, mail[key]) for key in HEADERS if mail[key]]
        body = mail.get_body(preferencelist=("plain",))
        text = body.get_content() if body else ""
        return super().get_context_data(
            subject=mail.get("Subject", ""), headers=headers, text=text, **kwargs
        )


def mail_files() -> list[Path]:
    """The files of the mail folder, newest first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    files = [path for path in folder.iterdir() if path.is_file() and not path.is_symlink()]
    return sorted(files, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def read_mail(path: Path) -> EmailMessage:
    """The first message of a file; Django's file backend ends each with a line of hyphens."""
    first, _, _ = path.read_bytes().partition(b"\n" + SEPARATOR)
    return email.message_from_bytes(first, policy=email.policy.default)
