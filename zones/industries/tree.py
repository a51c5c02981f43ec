"""Industries as a tree of two levels, each branch with the number of zones that name it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from zones.industries.models import Industry


def tree(industries: Iterable[Industry], found: set[int], user: Any) -> list[dict[str, Any]]:
    """Top levels with those of their `children` whose pk is in `found`, in order of code.

    A top level that was found itself is shown whole.
    """
    zones = _zones_by_industry(user)
    children: dict[int, list[Industry]] = defaultdict(list)
    tops = []
    for one in industries:
        if one.parent_id:
            children[one.parent_id].append(one)
        else:
            tops.append(one)
    branches = [_branch(top, children[top.pk], found, zones) for top in tops]
    return [branch for branch in branches if branch["is_found"] or branch["children"]]


def _branch(
    top: Industry, children: list[Industry], found: set[int], zones: dict[int, set[int]]
) -> dict[str, Any]:
    is_found = top.pk in found
    everywhere = zones[top.pk].union(*(zones[child.pk] for child in children))
    return {
        "industry": top,
        "is_found": is_found,
        "zone_count": len(everywhere),
        "children": [
            {"industry": child, "zone_count": len(zones[child.pk])}
            for child in children
            if is_found or child.pk in found
        ],
    }


def _zones_by_industry(user: Any) -> dict[int, set[int]]:
    """Industry → zones that name it; zones lie above this app and are known by relation only."""
    zones: dict[int, set[int]] = defaultdict(set)
    zone_model = Industry._meta.get_field("zones").related_model
    visible = zone_model.objects.visible_to(user)
    for industry, zone in visible.filter(industries__isnull=False).values_list("industries", "pk"):
        zones[industry].add(zone)
    return zones
