"""The six platforms: what each is for and, once it works, the address of its first page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Platform:
    """A platform without `url_name` is presented on the home page but is not linked."""

    code: str
    name: str | Promise
    purpose: str | Promise
    url_name: str | None = None

    @property
    def url(self) -> str:
        return reverse(self.url_name) if self.url_name else ""


PLATFORMS = (
    Platform(
        "information",
        _("Information"),
        _("Industry trends, events and cooperation intentions, in one place for every zone."),
    ),
    Platform(
        "experience",
        _("Experience"),
        _("Pilot reforms and overseas parks that others can repeat, step by step."),
    ),
    Platform(
        "policy",
        _("Policy analysis"),
        _("Laws and measures by topic, studies, and advice to government bodies."),
    ),
    Platform(
        "investment",
        _("Investment"),
        _("Opportunities that zones offer to firms, and the answers firms get."),
        "investment:front",
    ),
    Platform(
        "transfer",
        _("Industrial transfer"),
        _("Firms that move meet zones that can receive them; parks are built together."),
    ),
    Platform(
        "finance",
        _("Finance"),
        _("Funds and financing needs of industry, described in the same terms on both sides."),
    ),
)
