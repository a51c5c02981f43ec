"""What search engines may list: pages that anybody may read, in both languages."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from platforms.publishing.models import Entry
from zones.directory.models import Zone
from zones.industries.models import Industry


class Bilingual(Sitemap):
    """Addresses with their counterparts; the site is the one the settings name."""

    i18n = alternates = x_default = True

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class Pages(Bilingual):
    """The first page of each section."""

    def items(self) -> list[str]:
        return [
            *("front:home", "directory:zones", "industries:industries", "members:members"),
            *("investment:front", "investment:opportunities"),
            *("front:about", "front:accessibility", "front:privacy"),
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class Zones(Bilingual):
    """The directory."""

    def items(self) -> Any:
        return Zone.objects.visible_to(None).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Zone) -> datetime:
        return item.updated_at


class Industries(Bilingual):
    """The classes of both schemes."""

    def items(self) -> Any:
        return Industry.objects.visible_to(None).only("slug").order_by("pk")


class Entries(Bilingual):
    """What is published for everybody."""

    def items(self) -> Any:
        return Entry.objects.visible_to(None).on_view().order_by("pk")

    def lastmod(self, item: Entry) -> datetime:
        return item.updated_at


SITEMAPS = {"pages": Pages, "zones": Zones, "industries": Industries, "entries": Entries}
