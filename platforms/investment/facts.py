"""The facts of an opportunity as its page groups them: label, value with unit; unknown left out."""

from typing import Any

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from platforms.investment.models import Opportunity
from platforms.publishing.quantities import QuantityField, with_unit

Groups = tuple[tuple[Any, tuple[str, ...]], ...]
SITE: Groups = (
    (
        _("Site"),
        (
            "land_area_m2",
            "largest_plot_m2",
            "land_price_cny_per_m2",
            "land_tenure",
            "land_readiness",
            "available_from",
        ),
    ),
    (
        _("Plant"),
        (
            "plant_area_m2",
            "plant_storeys",
            "clear_height_m",
            "floor_load_t_per_m2",
            "rent_cny_per_m2_month",
            "is_built_to_order",
        ),
    ),
    (
        _("Energy"),
        (
            "power_kva",
            "power_price_cny_per_kwh",
            "steam_t_per_h",
            "gas_m3_per_day",
            "green_power_share",
        ),
    ),
)
CONDITIONS: Groups = (
    (
        _("What the zone asks for"),
        (
            "investment_intensity_cny_per_m2",
            "tax_cny_per_m2_year",
            "output_cny_per_m2_year",
            "energy_tce_per_10k_cny",
        ),
    ),
    (_("Access"), ("port_km", "rail_km", "motorway_km", "airport_km", "is_bonded")),
)


def fact_groups(row: Opportunity) -> list[dict[str, Any]]:
    """Groups with at least one known fact, each `{label, rows}` for components/facts.html."""
    found = []
    for label, names in (*SITE, *CONDITIONS):
        rows = [fact(row, name) for name in names]
        known = [one for one in rows if one["value"]]
        if known:
            found.append({"label": label, "rows": known})
    return found


def fact(row: Opportunity, name: str) -> dict[str, Any]:
    """One fact with its label; an empty value for what is unknown."""
    column = row._meta.get_field(name)
    return {"label": capfirst(column.verbose_name), "value": words(row, column)}


def words(row: Opportunity, column: Any) -> str:
    """A value as people read it, with its unit."""
    value = getattr(row, column.name)
    if value in (None, "", False):
        return ""
    if value is True:
        return str(_("yes"))
    if column.choices:
        return capfirst(getattr(row, f"get_{column.name}_display")())
    if isinstance(column, QuantityField):
        return with_unit(value, column)
    return date_format(value, "DATE_FORMAT")
