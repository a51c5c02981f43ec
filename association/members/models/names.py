"""Under which other names and numbers an organisation is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from association.lib.fields import LineField
from association.members.models.organisation import Organisation


class FormerName(models.Model):
    """A name that an organisation bore until a day."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="former_names",
        verbose_name=_("organisation"),
    )
    name_zh = LineField(_("Chinese name"), max_length=200)
    name_en = LineField(_("English name"), max_length=200, blank=True)
    until_on = models.DateField(_("borne until"), null=True, blank=True)

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")

    def __str__(self) -> str:
        return self.name_zh


class Identifier(models.Model):
    """A number under which others know the organisation, apart from the credit code."""

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="identifiers",
        verbose_name=_("organisation"),
    )
    scheme = LineField(_("scheme"), max_length=40)
    value = LineField(_("number"), max_length=80)

    class Meta:
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="members_identifier_used_once",
                violation_error_message=_("Another organisation already has this identifier."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme}: {self.value}"
