"""Brings the zones of the directory into the river drawing and its legend, rendered once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Count, Max
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from association.lib.bilingual import current
from zones.directory.models import Reach, Zone
from zones.directory.river import TALL, WIDE, Place, draw, reach_counts

REACH_NAMES = dict(Reach.choices)
# As in static/css/modes.css.
TEXT_SIZES = {"": 1, "large": 1.1875, "larger": 1.375}


class Extent(NamedTuple):
    """How much there is to draw; it differs whenever a zone was added, changed or removed."""

    zones: int
    provinces: int
    newest: datetime | None


def extent() -> Extent:
    """The extent of the public directory of national zones (one query)."""
    figures = (
        Zone.objects.visible_to(None)
        .national()
        .aggregate(
            zones=Count("pk", distinct=True),
            provinces=Count("province", distinct=True),
            newest=Max("updated_at"),
        )
    )
    return Extent(**figures)


def river_html(now: Extent, reach: str = "", text: str = "") -> SafeString:
    """The river as HTML in the reader's language; `reach` ("" for all) is the part shown large.

    `text` is the reader's choice of text size, so that names find room in that size.

    It is two thirds of the home page's cost and the same for everybody, so each process keeps it
    until the directory changes.
    """
    return _rendered(now, current(), reach if reach in REACH_NAMES else "", text)


@lru_cache(maxsize=24)
def _rendered(now: Extent, language: str, reach: str, text: str) -> SafeString:
    zones = Zone.objects.visible_to(None).national().select_related("province")
    river = river_view(zones.order_by("longitude", "pk"), reach, text_size=TEXT_SIZES[text])
    return render_to_string("components/river.html", {"river": river})


def river_view(
    zones: Iterable[Zone],
    reach: str = "",
    transfers: Sequence[tuple[str, str]] = (),
    text_size: float = 1,
) -> dict[str, Any]:
    """What components/river.html needs."""
    places = [place_of(zone) for zone in zones if zone.longitude is not None and zone.reach]
    language = current()
    return {
        "wide": draw(places, WIDE, language, reach, transfers, text_size),
        "tall": draw(places, TALL, language, reach, transfers, text_size),
        "legend": [
            {"reach": code, "label": REACH_NAMES[code], "count": count}
            for code, count in reach_counts(places)
        ],
        "total": len(places),
        "reach": reach,
    }


def place_of(zone: Zone) -> Place:
    return Place(
        slug=zone.slug,
        name=str(zone.name),
        longitude=float(zone.longitude),
        latitude=float(zone.latitude),
        reach=zone.reach,
        reach_name=zone.get_reach_display(),
        province=str(zone.province.name) if zone.province else "",
        url=zone.get_absolute_url(),
    )
