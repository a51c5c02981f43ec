"""The home page: the river, what is open for firms, the platforms and what is new."""

from typing import Any

from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from association.front.newest import lines
from association.front.platforms import PLATFORMS
from association.front.preferences import chosen
from association.front.river_view import Extent, extent, river_html
from platforms.investment.models import Opportunity
from platforms.publishing.cards import entry_card
from platforms.publishing.models import Entry

CARDS = 6
LATEST = 8


class Home(TemplateView):
    template_name = "front/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        directory, reach = extent(), self.request.GET.get("reach", "")
        opportunities = Opportunity.objects.visible_to(user).open_on()
        entries = Entry.objects.visible_to(user).open_on().select_related("owner").newest()
        return super().get_context_data(
            river=river_html(directory, reach, chosen(self.request, "text")),
            zone_count=directory.zones,
            figures=figures(directory, opportunities.count()),
            opportunities=[entry_card(row) for row in newest(opportunities)],
            platforms=PLATFORMS,
            entries=lines(entries[:LATEST]),
            **kwargs,
        )


def newest(opportunities: Any) -> Any:
    rows = opportunities.select_related("owner", "zone__province").prefetch_related("industries")
    return rows.newest()[:CARDS]


def figures(directory: Extent, open_opportunities: int) -> list[dict[str, Any]]:
    """Only what is true now, each figure counted."""
    return [
        {"value": directory.zones, "label": _("national zones")},
        {"value": directory.provinces, "label": _("provinces and municipalities")},
        {"value": open_opportunities, "label": _("open investment opportunities")},
    ]
