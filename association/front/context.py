"""What every page of the portal needs: who runs it, how the reader reads, where one can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from association.front.platforms import PLATFORMS
from association.front.preferences import PREFERENCES, chosen
from association.lib.bilingual import current

SECTIONS: tuple[tuple[str | Promise, str], ...] = (
    (_("Zones"), "directory:zones"),
    (_("Industries"), "industries:industries"),
    (_("Members"), "members:members"),
    *((platform.name, platform.url_name) for platform in PLATFORMS if platform.url_name),
)


class Portal:
    """Read by the base templates as `portal`; everything is computed only where a page asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.demo = settings.HELIU_DEMO
        self.seal = settings.ASSOCIATION["seal"]
        self.email = settings.ASSOCIATION["email"]

    @property
    def name(self) -> str:
        return settings.ASSOCIATION[f"name_{current()}"]

    @property
    def other_name(self) -> str:
        """The association's name in the language that the page is not in."""
        return settings.ASSOCIATION["name_zh" if current() == "en" else "name_en"]

    @property
    def lang(self) -> str:
        return "en" if current() == "en" else "zh-Hans"

    @property
    def other_lang(self) -> str:
        return "zh-Hans" if current() == "en" else "en"

    @property
    def other_url(self) -> str:
        """This very page, filters included, in the other language."""
        here, is_english = self.here, current() == "en"
        there = translate_url(here, "zh-hans" if is_english else "en")
        if there != here:
            return there
        # An address that leads nowhere has no translation, but its error page has.
        return here.removeprefix("/en") or "/" if is_english else f"/en{here}"

    @property
    def here(self) -> str:
        return self.request.get_full_path()

    @property
    def link(self) -> str:
        """The address of this page as one would pass it on."""
        return f"{settings.SITE_URL}{self.request.path}"

    @property
    def reading(self) -> dict[str, str]:
        """`text` and `contrast` as the reader chose them; unknown values count as not chosen."""
        return {name: chosen(self.request, name) for name in PREFERENCES}

    @property
    def nav(self) -> list[dict[str, Any]]:
        """The sections of the portal, the one that holds this page marked."""
        path = self.request.path
        rows = [(label, reverse(name)) for label, name in SECTIONS]
        return [
            {"label": label, "url": url, "current": _position(path, url)} for label, url in rows
        ]


def _position(path: str, url: str) -> str:
    """The value of aria-current: the page itself, a page below it, or elsewhere."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


def portal(request: HttpRequest) -> dict[str, Any]:
    return {"portal": Portal(request)}
