"""The home page: the river, what is open for firms, the platforms and what is new."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from association.front.platforms import PLATFORMS
from association.front.river_view import REACH_NAMES, river_view
from platforms.investment.models import Opportunity
from platforms.publishing.models import Entry
from zones.directory.models import Zone

CARDS = 6
LATEST = 8


class Home(TemplateView):
    template_name = "front/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        request = self.request
        zones = list(Zone.objects.visible_to(request.user).national().select_related("province"))
        reach = request.GET.get("reach", "")
        opportunities = Opportunity.objects.visible_to(request.user).open_now()
        return super().get_context_data(
            river=river_view(zones, reach if reach in REACH_NAMES else ""),
            zone_count=len(zones),
            figures=self.figures(zones, opportunities.count()),
            opportunities=self.newest(opportunities),
            platforms=PLATFORMS,
            entries=latest_entries(request),
            **kwargs,
        )

    def figures(self, zones: list[Zone], open_opportunities: int) -> list[dict[str, Any]]:
        provinces = {zone.province_id for zone in zones if zone.province_id}
        return [
            {"value": len(zones), "label": _("national zones")},
            {"value": len(provinces), "label": _("provinces and municipalities")},
            {"value": open_opportunities, "label": _("open investment opportunities")},
        ]

    def newest(self, opportunities: Any) -> list[Opportunity]:
        rows = opportunities.select_related("owner").order_by("-published_at", "-pk")
        return list(rows[:CARDS])


def latest_entries(request: HttpRequest) -> list[Entry]:
    """The newest published entries of any kind that the visitor may see."""
    entries = Entry.objects.visible_to(request.user).published()
    return list(entries.select_related("owner").order_by("-published_at", "-pk")[:LATEST])
