"""The life of an entry as a table: which step leads from where to where, and who may take it."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where an entry stands; open and expired follow from its date and are not stored."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("being reviewed")
    ENDORSED = "endorsed", _("endorsed by the zone, in review")
    RETURNED = "returned", _("returned for changes")
    REJECTED = "rejected", _("rejected")
    PUBLISHED = "published", _("published")
    PAUSED = "paused", _("paused")
    FULFILLED = "fulfilled", _("fulfilled")
    WITHDRAWN = "withdrawn", _("taken back")
    HIDDEN = "hidden", _("taken down")
    ARCHIVED = "archived", _("archived")


@dataclass(frozen=True)
class Step:
    """One arrow of the life: the states it starts from, the state it ends in, the matrix action."""

    origins: frozenset[str]
    to: str
    action: str
    label: object


def _step(origins: str, to: str, action: str, label: object) -> Step:
    return Step(frozenset(origins.split()), to, action, label)


STEPS: dict[str, Step] = {
    "submit": _step("draft returned", "submitted", "entry.submit", _("submitted for review")),
    "retract": _step("submitted endorsed", "draft", "entry.submit", _("retracted")),
    "endorse": _step("submitted", "endorsed", "entry.endorse", _("endorsed by the zone")),
    "give_back": _step("submitted endorsed", "returned", "entry.review", _("returned")),
    "reject": _step("submitted endorsed", "rejected", "entry.review", _("rejected")),
    "publish": _step("submitted endorsed", "published", "entry.review", _("published")),
    "pause": _step("published", "paused", "entry.close", _("paused")),
    "resume": _step("paused", "published", "entry.close", _("resumed")),
    "renew": _step("published", "published", "entry.close", _("renewed")),
    "fulfil": _step("published paused", "fulfilled", "entry.close", _("marked as fulfilled")),
    "withdraw": _step(
        "draft submitted endorsed returned published paused",
        "withdrawn",
        "entry.close",
        _("taken back"),
    ),
    "hide": _step("published paused", "hidden", "entry.hide", _("taken down")),
    "restore": _step("hidden", "published", "entry.hide", _("restored")),
    "archive": _step("published fulfilled withdrawn", "archived", "entry.close", _("archived")),
}

# What happens to a new version of a published entry has the same names but moves the revision.
REVISION_STEPS: dict[str, Step] = {
    name: STEPS[name] for name in ("submit", "retract", "give_back", "reject", "publish")
}
EDITABLE = ("draft", "returned")
IN_REVIEW = ("submitted", "endorsed")
ON_VIEW = ("published", "paused", "fulfilled")


def arrows() -> list[tuple[str, str]]:
    """All pairs (from, to) that the table allows; the database trigger refuses any other."""
    pairs = {(origin, step.to) for step in STEPS.values() for origin in step.origins}
    return sorted(pair for pair in pairs if pair[0] != pair[1])
