"""Zones around a zone: in its province, and to the west and east along the river."""

from math import cos, hypot, radians
from typing import Any

from zones.directory.models import Zone

MOST_NEIGHBOURS = 8
NEEDED = ("slug", "name_zh", "name_en", "longitude", "latitude", "kind")


def nearest_in_province(zone: Zone, user: Any) -> list[Zone]:
    """Other zones of the province, the nearest first; those without a place come last."""
    if not zone.province_id:
        return []
    others = Zone.objects.visible_to(user).filter(province=zone.province_id).exclude(pk=zone.pk)
    rows = others.only(*NEEDED).order_by("slug")
    return sorted(rows, key=lambda other: _degrees_apart(zone, other))[:MOST_NEIGHBOURS]


def along_the_river(zone: Zone, user: Any) -> dict[str, Zone | None]:
    """For a zone on the river view: the next ones to the west and to the east, else nothing."""
    if zone.kind != Zone.Kind.ETDZ or zone.longitude is None:
        return {}
    others = Zone.objects.visible_to(user).national().exclude(pk=zone.pk).only(*NEEDED)
    west = others.filter(longitude__lte=zone.longitude).order_by("-longitude", "pk").first()
    east = others.filter(longitude__gt=zone.longitude).order_by("longitude", "pk").first()
    return {"west": west, "east": east}


def _degrees_apart(zone: Zone, other: Zone) -> float:
    """Distance in degrees of latitude: exact enough to sort by within one province."""
    places = (zone.longitude, zone.latitude, other.longitude, other.latitude)
    if None in places:
        return 360.0
    lon, lat, other_lon, other_lat = (float(degree) for degree in places)
    return hypot((lon - other_lon) * cos(radians(lat)), lat - other_lat)
