"""Open opportunities on the page of a zone."""

from django.http import HttpRequest
from django.urls import reverse

from platforms.investment.models import Opportunity
from platforms.publishing.cards import entry_card
from zones.directory.models import Zone
from zones.directory.panels import Panel

SHOWN = 6


def open_opportunities(request: HttpRequest, zone: Zone) -> Panel | None:
    """The newest open offers in the zone; nothing when there is none."""
    rows = Opportunity.objects.visible_to(request.user).open_on().filter(zone=zone)
    found = rows.select_related("owner", "zone__province").prefetch_related("industries")
    cards = [entry_card(row) for row in found.newest()[:SHOWN]]
    if not cards:
        return None
    return "investment/zone_panel.html", {
        "cards": cards,
        "url": reverse("investment:opportunities"),
    }
