"""What other apps show on a zone's page, without the directory knowing them.

An app above appends a function to PANELS when it starts (`AppConfig.ready`): it is given the
request and the zone and answers a template and its context, or None when it has nothing to show.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from zones.directory.models import Zone

Panel = tuple[str, dict[str, Any]]
PANELS: list[Callable[[HttpRequest, Zone], Panel | None]] = []


def panels_of(request: HttpRequest, zone: Zone) -> list[dict[str, Any]]:
    """`template` and `context` of each panel that has something to show."""
    found = (panel(request, zone) for panel in PANELS)
    return [{"template": one[0], "context": one[1]} for one in found if one]
