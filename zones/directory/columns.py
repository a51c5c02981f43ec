"""Columns of the directory as a file: every fact beside how it is known."""

from django.utils.translation import gettext_lazy as _

from association.lib.tables import Column
from zones.directory.citing import cited
from zones.directory.models import Zone


def industry_codes(zone: Zone) -> str:
    return "; ".join(sorted(one.code for one in zone.industries.all()))


EXPORT_COLUMNS = [
    Column(_("Identifier"), lambda zone: zone.slug),
    Column(_("Chinese name"), lambda zone: zone.name_zh),
    Column(_("English name"), lambda zone: zone.name_en),
    Column(_("Kind"), lambda zone: zone.get_kind_display()),
    Column(_("Country"), lambda zone: zone.country or _("China")),
    Column(_("Province"), lambda zone: zone.province.name if zone.province else ""),
    Column(_("Reach"), lambda zone: zone.get_reach_display()),
    Column(_("Prefecture"), lambda zone: zone.prefecture),
    Column(_("County or district"), lambda zone: zone.county_zh),
    Column(_("Division code"), lambda zone: zone.county_code or zone.prefecture_code),
    Column(_("Year of approval"), lambda zone: zone.approved_year),
    Column(_("Month of approval"), lambda zone: zone.approved_month),
    Column(_("Basis of the year"), lambda zone: zone.get_approved_basis_display()),
    Column(_("What the year means"), lambda zone: zone.get_approved_meaning_display()),
    Column(_("Approved area (ha)"), lambda zone: zone.area_ha),
    Column(_("Basis of the area"), lambda zone: zone.get_area_basis_display()),
    Column(_("What the area means"), lambda zone: zone.get_area_meaning_display()),
    Column(_("Leading industries"), lambda zone: zone.leading_industries),
    Column(_("Industry codes"), industry_codes),
    Column(_("Basis of the industries"), lambda zone: zone.get_industries_basis_display()),
    Column(_("Longitude"), lambda zone: zone.longitude),
    Column(_("Latitude"), lambda zone: zone.latitude),
    Column(_("Precision of the place"), lambda zone: zone.get_coordinate_precision_display()),
    Column(_("Existence confirmed"), lambda zone: zone.is_verified),
    Column(_("Sources"), lambda zone: "\n".join(cited(zone.source))),
]
