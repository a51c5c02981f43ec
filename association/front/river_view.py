"""Brings the zones of the directory into the river drawing and its legend."""

from collections.abc import Iterable, Sequence
from typing import Any

from association.lib.bilingual import current
from zones.directory.models import Reach, Zone
from zones.directory.river import TALL, WIDE, Place, draw, reach_counts

REACH_NAMES = dict(Reach.choices)


def river_view(
    zones: Iterable[Zone], reach: str = "", transfers: Sequence[tuple[str, str]] = ()
) -> dict[str, Any]:
    """What components/river.html needs; `reach` ("" for all) is the part shown large."""
    places = [place_of(zone) for zone in zones if zone.longitude is not None and zone.reach]
    language = current()
    counts = reach_counts(places)
    return {
        "wide": draw(places, WIDE, language, reach, transfers),
        "tall": draw(places, TALL, language, reach, transfers),
        "legend": [{"reach": r, "label": REACH_NAMES[r], "count": n} for r, n in counts],
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
        url=zone.get_absolute_url(),
    )
