"""A file of organisations that was checked and, once it was without fault, written."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=7)


class OrganisationImportQuerySet(models.QuerySet["OrganisationImport"]):
    """Sets of imports."""

    def abandoned(self) -> "OrganisationImportQuerySet":
        """Those that were checked more than KEPT ago and never written."""
        return self.filter(written_at=None, at__lt=timezone.now() - KEPT)


class OrganisationImport(models.Model):
    """What was read from one file; the check is made anew each time somebody looks at it.

    `sheet` is emptied when the file is written: from then on the organisations' own history tells.
    """

    file_name = models.CharField(_("file"), max_length=200)
    sheet = models.JSONField(default=dict, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("checked at"), default=timezone.now)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written at"), null=True)
    added = models.PositiveIntegerField(_("added"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)

    objects = OrganisationImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of organisations")
        verbose_name_plural = _("imports of organisations")

    def __str__(self) -> str:
        return self.file_name
