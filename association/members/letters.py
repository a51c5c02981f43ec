"""Letters about organisations and mandates, in the language of the one who reads them."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from association.members.models import Invitation, Organisation


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
            "day": invitation.expires_at.astimezone().date().isoformat(),
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


def tell_administrators(organisation: Organisation, outcome: str) -> None:
    """Tell those who administer the organisation that it was `verified` or `rejected`."""
    mandates = organisation.mandates.valid_on().administering().select_related("user")
    stamp = organisation.verified_at or organisation.updated_at
    for person in {mandate.user for mandate in mandates}:
        with translation.override(person.language):
            subject, body = words_about(organisation, outcome)
            key = f"verification:{organisation.pk}:{outcome}:{stamp:%Y%m%d%H%M%S}:{person.pk}"
            send(person.email, person.language, subject, body, key)


def words_about(organisation: Organisation, outcome: str) -> tuple[str, str]:
    """Subject and body in the language that is active."""
    words = {
        "organisation": organisation.name,
        "note": organisation.verification_note,
        "address": link("members:people", organisation.slug),
    }
    if outcome == "verified":
        body = _(
            "The secretariat has verified %(organisation)s. You can now publish entries and "
            "express interest on its behalf.\n\n%(address)s"
        )
        return _("%(organisation)s is verified") % words, body % words
    body = _(
        "The secretariat could not verify %(organisation)s.\n\nReason: %(note)s\n\n"
        "Please correct the data and request verification again:\n%(address)s"
    )
    return _("%(organisation)s could not be verified") % words, body % words
