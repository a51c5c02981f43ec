"""Pages of the directory: the list, its files, and one page for each zone."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from association.lib.downloads import file_addresses
from association.lib.facets import Counts, Facet, facet_counts, label_choices
from association.lib.listing import FilteredList
from zones.directory.facets import province_facet
from zones.directory.filters import ZoneFilter
from zones.directory.models import UNCONFIRMED, Zone
from zones.directory.neighbours import along_the_river, nearest_in_province
from zones.directory.panels import panels_of
from zones.directory.zone_facts import facts_of, industries_of, names_of, sources_of, titles_of
from zones.industries.facets import industry_facet

UNUSED_IN_LISTS = ("reference_values", "source", "notes", "name_key")
FACETS = {
    "province": province_facet("province__"),
    "reach": Facet("reach"),
    "kind": Facet("kind"),
    "industry": industry_facet("industries__"),
}


class ZoneList(FilteredList):
    """Search, filters with counts, sort, pages, files."""

    queryset = Zone.objects.select_related("province").defer(*UNUSED_IN_LISTS)
    filterset_class = ZoneFilter
    template_name = "directory/zone_list.html"
    paginate_by = 24

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        label_choices(self.filter, self.counts())
        self.filter.hide_empty_choices()
        files = file_addresses(self.request, "directory:zones")
        return {**context, **files, "unconfirmed": UNCONFIRMED}

    def counts(self) -> Counts:
        """Zones for each choice; sections of industries are counted only where one is chosen."""
        counts = facet_counts(self.filter, FACETS)
        if self.filter.is_valid() and self.filter.has_section():
            parents = {"industry": industry_facet("industries__parent__")}
            by_section = facet_counts(self.filter, parents)["industry"]
            for one in self.filter.form.cleaned_data["industry"]:
                counts["industry"].take(one.slug, by_section)
        return counts


class ZoneDetail(DetailView):
    """What is known of one zone, how it is known, and what lies around it."""

    template_name = "directory/zone_detail.html"

    def get_queryset(self):
        zones = Zone.objects.visible_to(self.request.user)
        return zones.select_related("province", "organisation").prefetch_related("designations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        zone, user = self.object, self.request.user
        return super().get_context_data(
            names=names_of(zone),
            facts=facts_of(zone),
            titles=titles_of(zone),
            industries=industries_of(zone, user),
            sources=sources_of(zone),
            neighbours=nearest_in_province(zone, user),
            river=along_the_river(zone, user),
            panels=panels_of(self.request, zone),
            trail=[{"label": _("Zones"), "url": reverse("directory:zones")}],
            **kwargs,
        )


class ZoneTable(ZoneList):
    """The same list with all that its files say."""

    queryset = Zone.objects.select_related("province").prefetch_related("industries")
