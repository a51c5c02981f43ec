"""Versions: each published one is kept; the next one is written and reviewed beside it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict
from association.members.models import Mandate
from platforms.publishing.models.content import Content
from platforms.publishing.models.entry import Entry
from platforms.publishing.steps import REVISION_STEPS


class Revision(models.Model):
    """One version of an entry as plain values; only the newest can still be open."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("being reviewed")
        RETURNED = "returned", _("returned for changes")
        REJECTED = "rejected", _("rejected")
        PUBLISHED = "published", _("published")

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("content"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.DRAFT
    )
    saved_at = models.DateTimeField(_("saved at"), default=timezone.now)
    published_at = models.DateTimeField(_("published at"), null=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(status__in=["draft", "submitted", "returned"]),
                name="publishing_one_open_version",
                violation_error_message=_("A new version is already being made."),
            ),
            models.UniqueConstraint(
                fields=["entry", "number"],
                condition=Q(status="published"),
                name="publishing_version_once",
                violation_error_message=_("This version already exists."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} v{self.number}"

    def keep(self, content: Content) -> None:
        """Keep changed fields of a version that is being written."""
        self.content = self.content | content
        self.saved_at = timezone.now()
        self.save(update_fields=["content", "saved_at"])

    def move(self, name: str) -> None:
        """Take a step of the version; raises Conflict from the wrong state."""
        step = REVISION_STEPS[name]
        values = {"status": step.to}
        if step.to == self.Status.PUBLISHED:
            values["published_at"] = timezone.now()
        rows = Revision.objects.filter(pk=self.pk, status__in=step.origins)
        if not rows.update(**values):
            raise Conflict
        for column, value in values.items():
            setattr(self, column, value)
