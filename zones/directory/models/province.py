"""Provinces (GB/T 2260) with their place on the river."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual


class Reach(models.TextChoices):
    """Part of the Yangtze basin, in the order in which the river flows."""

    UPPER = "upper", _("upper reach")
    MIDDLE = "middle", _("middle reach")
    LOWER = "lower", _("lower reach")


class ProvinceQuerySet(models.QuerySet):
    """Sets of provinces."""

    def visible_to(self, user):
        """Code lists are public."""
        return self

    def along_the_river(self):
        """The provinces of the Yangtze River Economic Belt."""
        return self.filter(is_in_belt=True)


class Province(models.Model):
    """One province-level division."""

    code = models.CharField(_("code"), max_length=6, unique=True)
    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    name_zh = models.CharField(_("Chinese name"), max_length=40)
    short_name_zh = models.CharField(_("short Chinese name"), max_length=20)
    name_en = models.CharField(_("English name"), max_length=60)
    iso_code = models.CharField(_("ISO 3166-2"), max_length=6)
    is_in_belt = models.BooleanField(_("in the Yangtze River Economic Belt"), default=False)
    reach = models.CharField(_("reach"), max_length=6, choices=Reach.choices, blank=True)
    capital_zh = models.CharField(_("capital, Chinese"), max_length=40)
    capital_en = models.CharField(_("capital, English"), max_length=60)
    longitude = models.DecimalField(_("longitude"), max_digits=7, decimal_places=4)
    latitude = models.DecimalField(_("latitude"), max_digits=6, decimal_places=4)
    source = models.TextField(_("source"), blank=True)
    reference_values = models.JSONField(default=dict, editable=False)

    name = Bilingual("name")
    objects = ProvinceQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")

    def __str__(self) -> str:
        return str(self.name)
