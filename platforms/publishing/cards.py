"""An entry as lists show it: a card, and in words how long it stays open."""

from typing import Any

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from platforms.publishing.models import Entry

CLOSING_DAYS = 14


def entry_card(entry: Entry) -> dict[str, Any]:
    """What components/card.html shows; reads owner, zone with province, and industries.

    A child may add tags of its own through `card_facts` (a list of words).
    """
    zone = entry.zone
    place = [zone.name, zone.province.name] if zone and zone.province else [entry.owner.name]
    tags = [{"label": capfirst(zone.get_reach_display()), "tone": zone.reach}] if zone else []
    tags += [{"label": industry.name} for industry in industries_of(entry)[:2]]
    tags += [{"label": words} for words in getattr(entry, "card_facts", [])]
    return {
        "title": entry.title,
        "url": entry.get_absolute_url(),
        "eyebrow": " · ".join(str(part) for part in place),
        "summary": entry.summary,
        "tags": [tag for tag in tags if tag["label"]],
        "status": life_status(entry),
    }


def industries_of(entry: Entry) -> list[Any]:
    """The industries in order of code, from what has been prefetched."""
    return sorted(entry.industries.all(), key=lambda industry: industry.code)


def life_status(entry: Entry) -> dict[str, Any]:
    """Where an entry stands for its readers, in words and as a tone."""
    if entry.is_open:
        return open_status(entry)
    if entry.is_expired:
        return {"label": _("Closed: the date has passed"), "tone": "idle"}
    tone = "warn" if entry.is_in_review or entry.status == "returned" else "idle"
    return {"label": capfirst(entry.get_status_display()), "tone": tone}


def open_status(entry: Entry) -> dict[str, Any]:
    """How long an open entry stays open."""
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
