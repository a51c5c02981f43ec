"""Entries as the home page shows them: a card for an opportunity, a line for anything new."""

from collections.abc import Iterable
from typing import Any

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from association.front.platforms import PLATFORMS
from platforms.investment.models import Opportunity
from platforms.publishing.models import Entry

CLOSING_DAYS = 14
PLATFORM_NAMES = {platform.code: platform.name for platform in PLATFORMS}


def opportunity_card(entry: Opportunity) -> dict[str, Any]:
    """What components/card.html shows; reads zone, its province and the industries."""
    zone = entry.zone
    place = [zone.name, zone.province.name] if zone and zone.province else [entry.owner.name]
    tags = [{"label": capfirst(zone.get_reach_display()), "tone": zone.reach}] if zone else []
    tags += [{"label": industry.name} for industry in list(entry.industries.all())[:2]]
    tags.append({"label": entry.investment})
    return {
        "title": entry.title,
        "url": entry.get_absolute_url(),
        "eyebrow": " · ".join(str(part) for part in place),
        "summary": entry.summary,
        "tags": [tag for tag in tags if tag["label"]],
        "status": open_status(entry),
    }


def open_status(entry: Entry) -> dict[str, str]:
    """How long an open entry stays open, in words and as a tone."""
    left = entry.days_left
    if left is None:
        return {"label": _("Open"), "tone": "ok"}
    if left > CLOSING_DAYS:
        day = date_format(entry.valid_until, "DATE_FORMAT")
        return {"label": _("Open until %(day)s") % {"day": day}, "tone": "ok"}
    if left == 0:
        return {"label": _("Closes today"), "tone": "warn"}
    words = ngettext("Closes in %(n)s day", "Closes in %(n)s days", left) % {"n": left}
    return {"label": words, "tone": "warn"}


def lines(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Rows of the table of what is new."""
    return [
        {
            "platform": PLATFORM_NAMES.get(entry.declared_kind.platform, ""),
            "title": entry.title,
            "url": entry.get_absolute_url(),
            "owner": entry.owner.name,
            "at": entry.published_at,
        }
        for entry in entries
    ]
