"""What waits for the secretariat: the first thing seen in the admin.

An app above adds its own line from its admin module:
`WAITING.append(function)`, where function(request) returns (label, count, address) or None when
the line does not concern the person.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from association.members.models import Mandate, Organisation
from association.members.policy import may

Line = tuple[str, int, str]
SOON = 30  # days


def pending_verification(request: HttpRequest) -> Line:
    count = Organisation.objects.standing_alone().filter(verification="pending").count()
    address = reverse("admin:members_organisation_changelist") + "?verification__exact=pending"
    return _("Organisations that asked to be verified"), count, address


def mandates_ending(request: HttpRequest) -> Line:
    count = Mandate.objects.ending_within(SOON).count()
    label = _("Mandates that end within %(days)d days") % {"days": SOON}
    return label, count, reverse("admin:members_mandate_changelist") + "?ending=soon"


def without_administrator(request: HttpRequest) -> Line:
    count = Mandate.objects.organisations_without_administrator().count()
    address = reverse("admin:members_organisation_changelist") + "?administrator=none"
    return _("Verified organisations without an administrator"), count, address


WAITING: list[Callable[[HttpRequest], Line | None]] = [
    pending_verification,
    mandates_ending,
    without_administrator,
]


def waiting_for(request: HttpRequest) -> list[Line]:
    """Every line of every app that concerns the person."""
    return [line for function in WAITING if (line := function(request))]


def lately_changed(request: HttpRequest, most: int = 8) -> list[dict[str, Any]]:
    """The organisations that were changed last."""
    if not may(request.user, "members.read_register"):
        return []
    rows = Organisation.objects.order_by(F("updated_at").desc(), "-pk")[:most]
    return [
        {
            "name": row.name,
            "at": row.updated_at,
            "url": reverse("admin:members_organisation_change", args=[row.pk]),
        }
        for row in rows
    ]
