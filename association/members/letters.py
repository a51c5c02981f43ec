"""Letters that invite people, who need not have an account, in the language of who invites."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from association.members.models import Invitation


def send(to: str, language: str, subject: str, body: str, key: str) -> None:
    """Put a letter into the outbox; it leaves when the transaction commits.

    The outbox is a setting because messages lie a layer above members.
    """
    outbox: Callable[..., None] = import_string(settings.HELIU_SEND_LETTER)
    outbox(to_email=to, language=language, subject=subject, body=body, key=key)


def link(name: str, *args: Any) -> str:
    """Absolute address of a page in the language that is active."""
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


def send_invitation(invitation: Invitation, token: str, language: str) -> None:
    """The only copy of the token goes to the invited address."""
    with translation.override(language):
        words = {
            "organisation": invitation.organisation,
            "role": invitation.get_role_display(),
            "person": invitation.invited_by,
            "address": link("members:invitation", token),
            "day": date_format(timezone.localtime(invitation.expires_at), "DATE_FORMAT"),
        }
        subject = _("Invitation to speak for %(organisation)s") % words
        body = (
            _(
                "%(person)s invites you to speak for %(organisation)s as %(role)s.\n\n"
                "Accept here until %(day)s:\n%(address)s\n\n"
                "If you do not know the organisation, ignore this letter: nothing happens then."
            )
            % words
        )
        send(invitation.email, language, subject, body, f"invitation:{invitation.pk}")
