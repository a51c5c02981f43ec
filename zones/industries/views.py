"""The industries as a tree, and one page for each."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from association.lib.listing import Filtered
from zones.industries.filters import IndustryFilter
from zones.industries.models import Industry
from zones.industries.tree import tree

MOST_ZONES = 24


class IndustryList(Filtered, ListView):
    """All classes of both schemes; a search leaves the branches that hold what was found."""

    queryset = Industry.objects.defer("reference_values", "source", "name_key")
    filterset_class = IndustryFilter
    template_name = "industries/industry_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        everything = self.queryset.visible_to(user).order_by("scheme", "code")
        found = set(self.found().values_list("pk", flat=True))
        branches = tree(everything, found, user)
        gbt = Industry.Scheme.GBT
        return super().get_context_data(
            filter=self.filter,
            total=len(found),
            is_search=bool(self.request.GET.get("q")),
            sections=[one for one in branches if one["industry"].scheme == gbt],
            emerging=[one for one in branches if one["industry"].scheme != gbt],
            **kwargs,
        )

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        if not self.filter.is_valid():
            options["status"] = 400
        return super().render_to_response(context, **options)


class IndustryDetail(DetailView):
    """Names, codes, terms of the trade, and the zones that name the industry."""

    template_name = "industries/industry_detail.html"

    def get_queryset(self):
        return Industry.objects.visible_to(self.request.user).select_related("parent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        industry, user = self.object, self.request.user
        below = Q(industries=industry) | Q(industries__parent=industry)
        zones = self.zones_of(user).filter(below).distinct().by_name()
        found = list(zones.select_related("province")[: MOST_ZONES + 1])
        return super().get_context_data(
            facts=facts_of(industry),
            children=industry.children.visible_to(user).order_by("code"),
            terms=industry.terms.visible_to(user).order_by("term_en"),
            zones=found[:MOST_ZONES],
            zone_count=len(found) if len(found) <= MOST_ZONES else zones.count(),
            trail=trail_of(industry),
            **kwargs,
        )

    @staticmethod
    def zones_of(user: Any):
        """Zones lie above this app and are known by their relation to it only."""
        return Industry._meta.get_field("zones").related_model.objects.visible_to(user)


def trail_of(industry: Industry) -> list[dict[str, Any]]:
    """The breadcrumb above an industry."""
    trail = [{"label": _("Industries"), "url": reverse("industries:industries")}]
    if industry.parent:
        trail.append({"label": industry.parent, "url": industry.parent.get_absolute_url()})
    return trail


def counterpart_of(industry: Industry) -> str:
    """The divisions of ISIC Rev.4 that stand for an industry, and how they match, in words."""
    match = Industry.IsicMatch
    sentences = {
        match.EXACT: _("division %(codes)s (same scope)"),
        match.BROAD: _("division %(codes)s (contained in it)"),
        match.PART: _("division %(codes)s (in part)"),
    }
    if industry.isic_match == match.NONE or not industry.isic_divisions:
        return industry.get_isic_match_display()
    codes = industry.isic_divisions.replace(";", _(", "))
    return sentences.get(industry.isic_match, "%(codes)s") % {"codes": codes}


def facts_of(industry: Industry) -> list[dict[str, Any]]:
    """Rows for components/facts.html."""
    parent = industry.parent
    return [
        {
            "label": _("Scheme"),
            "value": industry.get_scheme_display(),
            "is_unverified": not industry.is_verified,
        },
        {"label": _("Code"), "value": industry.code},
        {
            "label": _("Belongs to"),
            "value": parent,
            "url": parent.get_absolute_url() if parent else "",
        },
        {
            "label": _("ISIC Rev.4"),
            "value": counterpart_of(industry),
        },
    ]
