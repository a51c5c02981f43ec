"""Why a visitor cannot express interest: one sentence for the page and the refusal alike."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from association.members.persona import persona_of
from association.members.policy import may_as
from platforms.publishing.models import Entry


def obstacle(entry: Entry, user: Any) -> Any:
    """Why `user` cannot express interest in `entry` now, as a sentence; empty if nothing stands
    in the way."""
    persona = persona_of(user)
    if not persona.is_registered:
        return _("Sign in to express interest.")
    if not persona.mandates:
        return _("Register your firm first: an interest is sent in the name of an organisation.")
    if not any(m.organisation.is_verified for m in persona.mandates):
        return _(
            "Your organisation has not been verified yet. Ask the secretariat to verify it; "
            "until then you can read, but not express interest."
        )
    if entry.owner_id in persona.organisation_ids:
        return _("This is an entry of your own organisation.")
    if not senders(entry, user):
        return _("Your role does not include expressing interest.")
    if not entry.is_open:
        return _("This entry is closed.")
    return ""


def senders(entry: Entry, user: Any) -> list[Any]:
    """The mandates under which `user` may express interest in `entry`, one an organisation."""
    rows = {m.organisation_id: m for m in persona_of(user).writing_mandates}
    return [m for key, m in rows.items() if may_as(user, key, "interest.express", entry)]


def may_still_register(user: Any) -> bool:
    """Whether registering or verifying an organisation would help this person."""
    return not any(m.organisation.is_verified for m in persona_of(user).mandates)
