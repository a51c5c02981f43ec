"""Columns of the zone files: what each cell may hold."""

from zones.directory.models import Basis, Reach, Zone
from zones.directory.models.facts import AreaMeaning, Cohort, Precision, YearMeaning
from zones.directory.reference import cells

NAMES = {
    "slug": cells.slug,
    "name_zh": cells.line(120, needed=True),
    "name_en": cells.line(160),
}
PLACE = {"longitude": cells.longitude, "latitude": cells.latitude}
PREFECTURE = {
    "province_code": cells.digits(6, needed=True),
    "prefecture_zh": cells.line(60),
    "prefecture_en": cells.line(80),
    "prefecture_code": cells.digits(6),
}
NATIONAL = {
    **NAMES,
    **PREFECTURE,
    **PLACE,
    "aliases_zh": cells.words,
    "host_county_zh": cells.line(60),
    "host_county_code": cells.digits(6),
    "reach": cells.one_of(Reach.values, needed=True),
    "zone_type": cells.one_of(Zone.Kind.values, needed=True),
    "approved_year": cells.year,
    "approved_month": cells.month,
    "year_basis": cells.one_of((Basis.SOURCED, Basis.BATCH, Basis.RECALL)),
    "coordinate_precision": cells.one_of(Precision.values),
    "leading_industries": cells.line(300),
    "leading_industries_en": cells.line(300),
    "industry_codes": cells.words,
    "sei_codes": cells.words,
    "industries_basis": cells.one_of((Basis.CATALOGUE, Basis.WEB, Basis.RECALL)),
    "approved_area_ha": cells.area,
    "area_basis": cells.one_of((Basis.CATALOGUE, Basis.REPLY, Basis.WEB)),
    "cohort": cells.one_of(Cohort.values),
    "source": cells.line(),
    "verified": cells.confirmed,
    "notes": cells.line(),
}
OVERSEAS = {
    **NAMES,
    **PLACE,
    "country_code": cells.country,
    "country_zh": cells.line(60, needed=True),
    "country_en": cells.line(60, needed=True),
    "locality": cells.line(120),
    "coordinate_precision": cells.one_of(Precision.values),
    "year": cells.year,
    "year_meaning": cells.one_of(YearMeaning.values),
    "verified": cells.confirmed,
    "area_km2": cells.area,
    "area_meaning": cells.one_of(AreaMeaning.values),
    "industries_zh": cells.line(300),
    "industries_en": cells.line(300),
    "source": cells.line(),
    "notes": cells.line(),
}
BORDER = {
    **NAMES,
    **PREFECTURE,
    **PLACE,
    "approved_year": cells.year,
    "neighbour_country_code": cells.country,
    "neighbour_country_zh": cells.line(60),
    "neighbour_country_en": cells.line(60),
    "verified": cells.confirmed,
    "source": cells.line(),
}
DEMONSTRATION = {
    **NAMES,
    "order_in_notice": cells.whole(1, 1000, needed=True),
    "province_code": cells.digits(6, needed=True),
    "zone_type": cells.one_of(
        ("national_etdz", "national_hightech", "bonded", "provincial"), needed=True
    ),
    "national_zone_slug": cells.line(80),
    "source": cells.line(),
    "verified": cells.confirmed,
}
