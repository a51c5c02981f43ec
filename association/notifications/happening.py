"""History is the outbox: each step of a workflow is a row, and the row is what people are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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
        """Those from which no messages have been made yet, oldest first."""
        return self.filter(told_at=None).order_by("at", "pk")


class Happening(models.Model):
    """Abstract: who did what, on whose behalf, when, with which note.

    A concrete history inherits this, adds the thing it is about and its `subject`, and says in
    `notices()` who is told what. Rows are written in the transaction of the verb and never
    changed, but for `told_at`, which the outbox sets when the messages have been made.
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
    told_at = models.DateTimeField(null=True, editable=False)

    objects = HappeningQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.step} {self.at:%Y-%m-%d %H:%M}"

    @property
    def subject(self) -> models.Model:
        """The thing this is about; a message leaves only while its reader may still see it."""
        raise NotImplementedError

    def notices(self) -> Iterator[Notice]:
        """Who is told what; nothing by default."""
        return iter(())
