"""Why somebody is told: the categories of messages, each with the reason given in a mail."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Category:
    """`label` names the category in the inbox; `reason` is the sentence at the foot of a mail."""

    label: Any
    reason: Any


CATEGORIES = {
    "review": Category(_("Review"), _("You receive this because you review what members submit.")),
    "entry": Category(
        _("Entries"), _("You receive this because you write for the owner of this entry.")
    ),
    "interest": Category(
        _("Interests"),
        _("You receive this because you act for an organisation that is party to this interest."),
    ),
    "verification": Category(
        _("Verification"),
        _("You receive this because you verify the organisations that ask for it."),
    ),
    "member": Category(
        _("Membership"), _("You receive this because you act for the organisation concerned.")
    ),
}
OTHER = Category(_("Other"), _("You receive this because you have an account here."))
LETTER = Category(
    _("Letter"),
    _(
        "You receive this because somebody gave this address here. "
        "If it was not you, you need not do anything."
    ),
)


def category(name: str) -> Category:
    """The category of that id; an unknown one is `OTHER`, so that no message is ever stopped."""
    return CATEGORIES.get(name, OTHER)
