"""Entries as lines of the table of what is new."""

from collections.abc import Iterable
from typing import Any

from association.front.platforms import PLATFORMS
from platforms.publishing.models import Entry

PLATFORM_NAMES = {platform.code: platform.name for platform in PLATFORMS}


def lines(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Rows of the table; reads the owner of each entry."""
    return [
        {
            "platform": PLATFORM_NAMES.get(entry.declared_kind.platform, ""),
            "title": entry.title,
            "url": entry.get_absolute_url(),
            "owner": entry.owner.name,
            "at": entry.published_at,
        }
        for entry in entries
    ]
