"""The site search: zones and industries by name or pinyin, entries by their words."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from platforms.publishing.models import Entry
from zones.directory.models import Zone
from zones.industries.models import Industry

SHOWN = 8
LONGEST = 200


class Search(TemplateView):
    template_name = "front/search.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.get("q", "").strip()
        if len(query) > LONGEST:
            raise BadRequest
        sections = self.sections(query) if query else []
        return super().get_context_data(
            query=query,
            sections=sections,
            total=sum(section["total"] for section in sections),
            **kwargs,
        )

    def sections(self, query: str) -> list[dict[str, Any]]:
        user = self.request.user
        zones = Zone.objects.visible_to(user).search(query).select_related("province")
        industries = Industry.objects.visible_to(user).search(query)
        entries = Entry.objects.visible_to(user).on_view().search(query).select_related("owner")
        return [
            section(_("Zones"), zones.order_by("pk"), zone_note, _more("directory:zones", query)),
            section(_("Opportunities and other entries"), entries.newest(), entry_note),
            section(_("Industries"), industries.order_by("code", "pk"), lambda row: row.code),
        ]


def section(
    label: str, found: QuerySet, note: Callable[[Any], str], more_url: str = ""
) -> dict[str, Any]:
    """The first of what was found under one heading, and how many there are in all."""
    rows = list(found[: SHOWN + 1])
    total = found.count() if len(rows) > SHOWN else len(rows)
    return {
        "label": label,
        "total": total,
        "more_url": more_url if total > SHOWN else "",
        "rows": [
            {"title": title_of(row), "url": row.get_absolute_url(), "note": note(row)}
            for row in rows[:SHOWN]
        ],
    }


def title_of(row: Any) -> str:
    return row.title if isinstance(row, Entry) else row.name


def zone_note(zone: Zone) -> str:
    place = zone.province.name if zone.province else zone.country
    return f"{place} · {capfirst(zone.get_kind_display())}"


def entry_note(entry: Entry) -> str:
    return str(entry.owner.name)


def _more(url_name: str, query: str) -> str:
    return f"{reverse(url_name)}?{urlencode({'q': query})}"
