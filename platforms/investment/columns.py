"""Columns of the list of opportunities as a file: codes beside names, units in the headings."""

from django.utils.translation import gettext_lazy as _

from association.lib.tables import Column


def zone_name(row) -> str:
    return row.zone.name if row.zone else ""


def province_name(row) -> str:
    return row.zone.province.name if row.zone and row.zone.province else ""


def industry_codes(row) -> str:
    return "; ".join(sorted(one.code for one in row.industries.all()))


EXPORT_COLUMNS = [
    Column(_("Identifier"), lambda row: row.public_id),
    Column(_("Chinese title"), lambda row: row.title_zh),
    Column(_("English title"), lambda row: row.title_en),
    Column(_("Organisation"), lambda row: row.owner.name),
    Column(_("Zone"), zone_name),
    Column(_("Province"), province_name),
    Column(_("Industry codes"), industry_codes),
    Column(_("Ways of cooperation"), lambda row: "; ".join(row.mode_labels)),
    Column(_("Investment from"), lambda row: row.investment_min),
    Column(_("Investment to"), lambda row: row.investment_max),
    Column(_("Currency"), lambda row: row.currency),
    Column(_("Land (m²)"), lambda row: row.land_area_m2),
    Column(_("Plant (m²)"), lambda row: row.plant_area_m2),
    Column(_("Power (kVA)"), lambda row: row.power_kva),
    Column(_("Power price (CNY/kWh)"), lambda row: row.power_price_cny_per_kwh),
    Column(_("Open until"), lambda row: row.valid_until),
    Column(_("Published at"), lambda row: row.published_at),
]
