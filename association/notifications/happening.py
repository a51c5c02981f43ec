"""History is the outbox: each step of a workflow is a row, and the row is what people are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.notifications import nudge

MOST_TRIES = 5


@dataclass(frozen=True)
class Notice:
    """What some people are to be told about a happening, in both languages.

    `title` and `body` are functions of no argument that are called once in each language;
    `url` is the path of the page in Chinese (the English one is derived by prefix).
    """

    recipients: Iterable[Any]
    category: str
    title: Any
    body: Any
    url: str


class HappeningQuerySet(models.QuerySet):
    """Sets of history rows."""

    def untold(self):
        """Those from which messages are still to be made, oldest first."""
        waiting = self.filter(told_at=None, tell_attempts__lt=MOST_TRIES)
        return waiting.order_by("at", "pk")

    def quarantined(self):
        """Those whose `notices()` failed so often that they were set aside."""
        return self.filter(told_at=None, tell_attempts__gte=MOST_TRIES)

    def retry(self) -> int:
        """Take quarantined ones up again, once their fault is mended; returns how many."""
        return self.quarantined().update(tell_attempts=0)


class Happening(models.Model):
    """Abstract: who did what, on whose behalf, when, with which note.

    A concrete history inherits this, adds the thing it is about and its `subject`, and says in
    `notices()` who is told what. Rows are written in the transaction of the verb and never
    changed, but for `told_at`, which the outbox sets when the messages have been made, and
    `tell_attempts`, in which it counts how often it tried.
    """

    step = models.CharField(_("step"), max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    on_behalf_of = models.ForeignKey(
        "members.Organisation", models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    note = models.TextField(_("note"), blank=True)
    told_at = models.DateTimeField(null=True, editable=False, db_index=True)
    tell_attempts = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = HappeningQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def record(cls, **fields: Any) -> Self:
        """Write the row of a step, within the verb's transaction, and tell a worker on commit."""
        row = cls.objects.create(**fields)
        nudge.after_commit()
        return row

    @property
    def event_key(self) -> str:
        """The name of this event, under which each person is told at most once."""
        return f"{self._meta.label_lower}:{self.pk}"

    @property
    def subject(self) -> models.Model | None:
        """The thing this is about; a message leaves only while its reader may still see it."""
        raise NotImplementedError

    def notices(self) -> Iterator[Notice]:
        """Who is told what; nothing by default."""
        return iter(())
