"""A zone: what the reference data and the secretariat know of it, with the basis of each fact."""

from decimal import Decimal

import pghistory
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import Bilingual, current
from association.lib.fields import NameKeyField
from association.lib.text import fold
from association.members.models import Organisation
from zones.directory.models.facts import AreaMeaning, Basis, Cohort, Kind, Precision, YearMeaning
from zones.directory.models.province import Province, Reach
from zones.industries.models import Industry

MU_PER_HECTARE = 15


class ZoneQuerySet(models.QuerySet):
    """Sets of zones."""

    def visible_to(self, user):
        """The directory is public."""
        return self

    def national(self):
        """National zones of the belt: what the home page counts and the river shows."""
        return self.filter(kind=Zone.Kind.ETDZ)

    def search(self, words: str):
        """Those that hold all words: in name or place (Chinese, English, pinyin, initials), or in
        what they call their leading industries.
        """
        found = self
        for word in fold(words).split():
            found = found.filter(
                Q(name_key__contains=word)
                | Q(leading_industries_zh__icontains=word)
                | Q(leading_industries_en__icontains=word)
            )
        return found

    def by_name(self):
        """In the order of a register in the reader's language."""
        return self.order_by(name_order(), "pk")


def name_order(path: str = "") -> Coalesce | Func:
    """What zones are sorted by: Chinese names by pinyin, English ones by letter.

    `path` leads to the zone (`zone__`). The first two parts of the search key are the Chinese name
    and its pinyin.
    """
    if current() == "en":
        english = NullIf(Lower(f"{path}name_en"), Value(""))
        return Coalesce(english, F(f"{path}name_key"))
    part = (F(f"{path}name_key"), Value(" | "), Value(2))
    return Func(*part, function="split_part", output_field=models.TextField())


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    exclude=["name_key", "reference_values", "updated_at"],
    append_only=True,
)
class Zone(models.Model):
    """One development zone, at home or abroad."""

    Kind, Basis, Cohort, Precision = Kind, Basis, Cohort, Precision
    YearMeaning, AreaMeaning = YearMeaning, AreaMeaning

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    name_zh = models.CharField(_("Chinese name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    aliases_zh = models.CharField(_("other names"), max_length=300, blank=True)
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, blank=True, related_name="zone"
    )
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="zones"
    )
    reach = models.CharField(_("reach"), max_length=6, choices=Reach.choices, blank=True)
    prefecture_zh = models.CharField(_("prefecture, Chinese"), max_length=60, blank=True)
    prefecture_en = models.CharField(_("prefecture, English"), max_length=80, blank=True)
    prefecture_code = models.CharField(_("prefecture code"), max_length=6, blank=True)
    county_zh = models.CharField(_("county or district"), max_length=60, blank=True)
    county_code = models.CharField(_("county code"), max_length=6, blank=True)
    country_code = models.CharField(_("country"), max_length=2, default="CN")
    country_zh = models.CharField(_("country, Chinese"), max_length=60, blank=True)
    country_en = models.CharField(_("country, English"), max_length=60, blank=True)
    locality = models.CharField(_("locality"), max_length=120, blank=True)
    neighbour_country_code = models.CharField(_("neighbour country"), max_length=2, blank=True)
    neighbour_country_zh = models.CharField(
        _("neighbour country, Chinese"), max_length=60, blank=True
    )
    neighbour_country_en = models.CharField(
        _("neighbour country, English"), max_length=60, blank=True
    )
    approved_year = models.PositiveSmallIntegerField(_("year of approval"), null=True, blank=True)
    approved_month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True)
    approved_basis = models.CharField(
        _("basis of the year"), max_length=16, choices=Basis.choices, blank=True
    )
    approved_meaning = models.CharField(
        _("what the year means"), max_length=24, choices=YearMeaning.choices, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=7, decimal_places=4, null=True, blank=True
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=6, decimal_places=4, null=True, blank=True
    )
    coordinate_precision = models.CharField(
        _("precision of the place"), max_length=24, choices=Precision.choices, blank=True
    )
    leading_industries_zh = models.CharField(_("leading industries"), max_length=300, blank=True)
    leading_industries_en = models.CharField(
        _("leading industries, English"), max_length=300, blank=True
    )
    industries = models.ManyToManyField(Industry, blank=True, related_name="zones")
    industries_basis = models.CharField(
        _("basis of the industries"), max_length=16, choices=Basis.choices, blank=True
    )
    area_ha = models.DecimalField(
        _("approved area (ha)"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    area_basis = models.CharField(
        _("basis of the area"), max_length=16, choices=Basis.choices, blank=True
    )
    area_meaning = models.CharField(
        _("what the area means"), max_length=12, choices=AreaMeaning.choices, blank=True
    )
    cohort = models.CharField(_("cohort"), max_length=20, choices=Cohort.choices, blank=True)
    is_verified = models.BooleanField(_("existence confirmed"), default=False)
    source = models.TextField(_("source"), blank=True)
    notes = models.TextField(_("notes"), blank=True)
    reference_values = models.JSONField(default=dict, editable=False)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    name_key = NameKeyField(
        sources=("name_zh", "name_en", "aliases_zh", "prefecture_zh", "prefecture_en", "county_zh")
    )

    name = Bilingual("name")
    prefecture = Bilingual("prefecture")
    country = Bilingual("country")
    neighbour_country = Bilingual("neighbour_country")
    leading_industries = Bilingual("leading_industries")
    objects = ZoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("zone")
        verbose_name_plural = _("zones")
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_month=None) | Q(approved_month__range=(1, 12)),
                name="directory_month_of_year",
                violation_error_message=_("A month is a number from 1 to 12."),
            ),
            models.CheckConstraint(
                condition=Q(longitude=None) | Q(longitude__range=(-180, 180)),
                name="directory_zone_longitude",
                violation_error_message=_("A longitude lies between -180 and 180 degrees."),
            ),
            models.CheckConstraint(
                condition=Q(latitude=None) | Q(latitude__range=(-90, 90)),
                name="directory_zone_latitude",
                violation_error_message=_("A latitude lies between -90 and 90 degrees."),
            ),
            models.CheckConstraint(
                condition=Q(area_ha=None) | Q(area_ha__gt=0),
                name="directory_area_positive",
                violation_error_message=_("An area is greater than zero."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("directory:zone", args=[self.slug])

    @property
    def is_abroad(self) -> bool:
        return self.country_code != "CN"

    @property
    def place(self) -> str:
        """Province and prefecture, or the country: 江苏省苏州市; Suzhou, Jiangsu; 埃及."""
        if not self.province:
            return self.country
        if self.prefecture_zh in ("", self.province.name_zh):
            return self.province.name
        if current() == "en":
            return f"{self.prefecture}, {self.province.name}"
        return f"{self.province.name}{self.prefecture}"

    @property
    def area_mu(self) -> Decimal | None:
        """The approved area in mu (1/15 hectare)."""
        return self.area_ha * MU_PER_HECTARE if self.area_ha is not None else None
