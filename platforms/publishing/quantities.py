"""Quantities with their units, named alike on the demand and the supply side (domain.md 6)."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from association.lib.bilingual import current
from association.lib.money import SQUARE_METRES_PER_MU, area, trimmed

# Units as they are stored in names; shown in the reader's language.
UNITS = (
    *(_("m²"), _("m"), _("t/m²"), _("CNY/m²"), _("CNY/m² · month"), _("CNY/m² · year")),
    *(_("kVA"), _("CNY/kWh"), _("t/h"), _("m³/d"), _("km"), _("tce/CNY 10,000")),
)
AREAS = ("land_area_m2", "largest_plot_m2")
PRICES = ("CNY/m²", "CNY/m² · year")


def unit_words(unit: str) -> str:
    """A unit in the reader's language; the percent sign and nothing stay what they are."""
    return gettext(unit) if unit and unit != "%" else unit


def with_unit(value: Decimal, column: "QuantityField") -> str:
    """A quantity as people read it: land in mu and hectares, sums per area per mu in Chinese."""
    if column.name in AREAS:
        return area(value)
    if column.unit in PRICES and current() == "zh":
        per_mu = trimmed(value * SQUARE_METRES_PER_MU / 10000)
        a_year = "·年" if column.unit.endswith("year") else ""
        return f"{per_mu}万元/亩{a_year}（{trimmed(value)}{unit_words(column.unit)}）"
    space = "" if current() == "zh" else " "
    return f"{trimmed(value, 4)}{space}{unit_words(column.unit)}".strip()


class QuantityField(models.DecimalField):
    """A quantity that is never negative; `unit` is shown beside it and part of its name.

    The database holds the bound as well, as a check of the column.
    """

    def __init__(self, *args: Any, unit: str = "", highest: int | None = None, **options: Any):
        self.unit, self.highest = unit, highest
        options.setdefault("max_digits", 14)
        options.setdefault("decimal_places", 2)
        options.setdefault("null", True)
        options.setdefault("blank", True)
        super().__init__(*args, **options)
        self.validators.append(MinValueValidator(0, _("This cannot be negative.")))
        if highest is not None:
            self.validators.append(MaxValueValidator(highest))

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options["unit"] = self.unit
        if self.highest is not None:
            options["highest"] = self.highest
        return name, path, args, options

    def db_check(self, connection: Any) -> str:
        column = connection.ops.quote_name(self.column)
        upper = "" if self.highest is None else f" AND {column} <= {self.highest}"
        return f"{column} >= 0{upper}"

    def db_parameters(self, connection: Any) -> Any:
        return super().db_parameters(connection) | {"check": self.db_check(connection)}

    def formfield(self, **options: Any) -> Any:
        field = super().formfield(**options)
        field.unit = unit_words(self.unit)
        field.widget.attrs["min"] = 0
        return field


def not_long_ago(day: date) -> None:
    """A site is not on offer since before the century: the year was mistyped."""
    if day.year < 2000:
        raise ValidationError(_("Check the year."))


class LandQuantities(models.Model):
    """Land: area, largest plot, price, when and in what state it is available."""

    class Tenure(models.TextChoices):
        GRANT = "grant", _("grant of the use right")
        FLEXIBLE = "flexible", _("flexible-term grant")
        LEASE = "lease", _("lease")
        LEASE_THEN_GRANT = "lease_then_grant", _("lease first, then grant")

    class Readiness(models.TextChoices):
        READY = "ready", _("serviced, ready to build")
        LEVELLED = "levelled", _("levelled, services under way")
        PLANNED = "planned", _("planned")

    land_area_m2 = QuantityField(_("land"), unit="m²")
    largest_plot_m2 = QuantityField(_("largest connected plot"), unit="m²")
    land_price_cny_per_m2 = QuantityField(_("land price"), unit="CNY/m²")
    land_tenure = models.CharField(_("tenure"), max_length=20, choices=Tenure.choices, blank=True)
    land_readiness = models.CharField(
        _("readiness"), max_length=10, choices=Readiness.choices, blank=True
    )
    available_from = models.DateField(
        _("available from"), null=True, blank=True, validators=[not_long_ago]
    )

    class Meta:
        abstract = True


class PlantQuantities(models.Model):
    """Plant: area, storeys, height, floor load, rent."""

    plant_area_m2 = QuantityField(_("plant"), unit="m²")
    plant_storeys = QuantityField(_("storeys"), unit="", decimal_places=0, highest=60)
    clear_height_m = QuantityField(_("clear height"), unit="m", highest=200)
    floor_load_t_per_m2 = QuantityField(_("floor load"), unit="t/m²", highest=1000)
    rent_cny_per_m2_month = QuantityField(_("rent"), unit="CNY/m² · month")
    is_built_to_order = models.BooleanField(_("can be built to order"), default=False)

    class Meta:
        abstract = True


class EnergyQuantities(models.Model):
    """Energy: power, its price, steam, gas, share of green power."""

    power_kva = QuantityField(_("power"), unit="kVA")
    power_price_cny_per_kwh = QuantityField(
        _("power price"), unit="CNY/kWh", decimal_places=4, highest=100
    )
    steam_t_per_h = QuantityField(_("steam"), unit="t/h")
    gas_m3_per_day = QuantityField(_("gas"), unit="m³/d")
    green_power_share = QuantityField(_("share of green power"), unit="%", highest=100)

    class Meta:
        abstract = True


class StandardLandQuantities(models.Model):
    """What the zone asks of a project on standard land."""

    investment_intensity_cny_per_m2 = QuantityField(_("investment intensity"), unit="CNY/m²")
    tax_cny_per_m2_year = QuantityField(_("tax"), unit="CNY/m² · year")
    output_cny_per_m2_year = QuantityField(_("output"), unit="CNY/m² · year")
    energy_tce_per_10k_cny = QuantityField(_("energy use"), unit="tce/CNY 10,000", decimal_places=4)

    class Meta:
        abstract = True


class LogisticsQuantities(models.Model):
    """Distances to port, rail yard, motorway and airport."""

    port_km = QuantityField(_("to the port"), unit="km", highest=20000)
    rail_km = QuantityField(_("to the rail freight yard"), unit="km", highest=20000)
    motorway_km = QuantityField(_("to the motorway"), unit="km", highest=20000)
    airport_km = QuantityField(_("to the airport"), unit="km", highest=20000)
    is_bonded = models.BooleanField(_("bonded facility"), default=False)

    class Meta:
        abstract = True
