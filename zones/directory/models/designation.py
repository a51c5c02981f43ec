"""Titles that a notice gave to zones, such as the 33 belt demonstration zones of 2016."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zones.directory.models.zone import Zone


class Designation(models.Model):
    """One zone's place in one notice, under the name it bore then."""

    class Scheme(models.TextChoices):
        BELT_DEMONSTRATION = "yreb-demo-2016", _("belt demonstration zone 2016")

    zone = models.ForeignKey(Zone, models.CASCADE, related_name="designations")
    scheme = models.CharField(_("title"), max_length=30, choices=Scheme.choices)
    place_in_notice = models.PositiveSmallIntegerField(_("place in the notice"))
    name_in_notice = models.CharField(_("name in the notice"), max_length=120, blank=True)
    source = models.TextField(_("source"), blank=True)
    reference_values = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("title of a zone")
        verbose_name_plural = _("titles of zones")
        constraints = [
            models.UniqueConstraint(
                fields=["zone", "scheme"],
                name="directory_title_once",
                violation_error_message=_("The zone already bears this title."),
            )
        ]

    def __str__(self) -> str:
        return self.get_scheme_display()
