"""Zones: national ones, those abroad, border zones, and the belt demonstration zones of 2016."""

from zones.directory.models import Basis, Designation, Zone
from zones.directory.reference.merging import Record, Target
from zones.directory.reference.reading import Row
from zones.directory.reference.sources import ZONE_DATA, Known, Source
from zones.directory.reference.zone_columns import BORDER, DEMONSTRATION, NATIONAL, OVERSEAS

HECTARES_PER_KM2 = 100
UNSOURCED = {"recall": ""}  # from memory: no source to name
DEMONSTRATION_KINDS = {
    "national_etdz": Zone.Kind.ETDZ,
    "national_hightech": Zone.Kind.HIDZ,
    "bonded": Zone.Kind.BONDED,
    "provincial": Zone.Kind.PROVINCIAL,
}


def announce_zone(row: Row, known: Known) -> None:
    known.add_zone(row)


def announce_demonstration(row: Row, known: Known) -> None:
    """A zone of the notice is described here only if no other file describes it."""
    if not row["national_zone_slug"]:
        known.add_zone(row)


def national_record(row: Row, known: Known) -> Record:
    same = (
        *("slug", "name_zh", "name_en", "prefecture_zh", "prefecture_en", "prefecture_code"),
        *("reach", "approved_year", "approved_month", "longitude", "latitude"),
        *("coordinate_precision", "leading_industries_en", "industries_basis", "area_basis"),
        *("cohort", "source", "notes"),
    )
    return Record(
        {
            **{name: row[name] for name in same},
            "kind": row["zone_type"],
            "organisation": row["slug"],
            "aliases_zh": "、".join(row["aliases_zh"]),
            "province": known.province(row),
            "county_zh": row["host_county_zh"],
            "county_code": row["host_county_code"],
            "approved_basis": row["year_basis"],
            "leading_industries_zh": row["leading_industries"],
            "area_ha": row["approved_area_ha"],
            # The column `verified` speaks of the year: that the zone exists was seen for all.
            "is_verified": True,
        },
        {"industries": known.industry_slugs(row, "industry_codes", "sei_codes")},
    )


def overseas_record(row: Row, known: Known) -> Record:
    same = (
        *("slug", "name_zh", "name_en", "country_code", "country_zh", "country_en", "locality"),
        *("longitude", "latitude", "coordinate_precision", "area_meaning", "source", "notes"),
    )
    return Record(
        {
            **{name: row[name] for name in same},
            "kind": Zone.Kind.OVERSEAS,
            "organisation": row["slug"],
            "approved_year": row["year"],
            "approved_meaning": row["year_meaning"],
            "approved_basis": _basis(row, Basis.SOURCED) if row["year"] else "",
            "area_ha": row["area_km2"] and row["area_km2"] * HECTARES_PER_KM2,
            "area_basis": _basis(row, Basis.WEB) if row["area_km2"] else "",
            "leading_industries_zh": row["industries_zh"],
            "leading_industries_en": row["industries_en"],
            "industries_basis": Basis.RECALL if row["industries_zh"] else "",
            "is_verified": True,
        },
        {"industries": []},
    )


def border_record(row: Row, known: Known) -> Record:
    same = (
        *("slug", "name_zh", "name_en", "prefecture_zh", "prefecture_en", "prefecture_code"),
        *("approved_year", "neighbour_country_code", "neighbour_country_zh"),
        *("neighbour_country_en", "longitude", "latitude"),
    )
    return Record(
        {
            **{name: row[name] for name in same},
            "kind": Zone.Kind.BORDER,
            "organisation": row["slug"],
            "province": known.province(row),
            "reach": known.reaches.get(row["province_code"], ""),
            "approved_basis": _basis(row, Basis.SOURCED) if row["approved_year"] else "",
            "coordinate_precision": Zone.Precision.ZONE,
            "is_verified": row["verified"] == "yes",
            "source": UNSOURCED.get(row["source"], row["source"]),
        },
        {"industries": []},
    )


def demonstration_record(row: Row, known: Known) -> Record | None:
    if row["national_zone_slug"]:
        return None
    return Record(
        {
            "slug": row["slug"],
            "name_zh": row["name_zh"],
            "name_en": row["name_en"],
            "kind": DEMONSTRATION_KINDS[row["zone_type"]],
            "province": known.province(row),
            "reach": known.reaches.get(row["province_code"], ""),
            "is_verified": row["verified"] == "yes",
            "source": row["source"],
        },
        {"industries": []},
    )


def title_record(row: Row, known: Known) -> Record | None:
    for column in ("slug", "national_zone_slug"):
        if row[column] and row[column] not in known.zones:
            row.refuse(column, f"no zone is described under “{row[column]}”.")
            return None
    return Record(
        {
            "zone": row["national_zone_slug"] or row["slug"],
            "scheme": Designation.Scheme.BELT_DEMONSTRATION,
            "place_in_notice": row["order_in_notice"],
            "name_in_notice": row["name_zh"],
            "source": row["source"],
        }
    )


def _basis(row: Row, confirmed: Basis) -> Basis:
    return confirmed if row["verified"] == "yes" else Basis.RECALL


ZONES = Target(
    Zone,
    references={"province": "slug", "organisation": "slug"},
    lists={"industries": "slug"},
)
TITLES = Target(Designation, key=("zone", "scheme"), references={"zone": "slug"})


def _zones(file: str, columns, record, **options) -> Source:
    options.setdefault("announce", announce_zone)
    return Source(file, ZONE_DATA, columns, "slug", ZONES, record, **options)


SOURCES = [
    _zones("national_zones.csv", NATIONAL, national_record),
    _zones("national_zones_added.csv", NATIONAL, national_record),
    _zones("overseas_zones.csv", OVERSEAS, overseas_record),
    _zones("border_zones.csv", BORDER, border_record),
    _zones(
        "yreb_demo_zones_2016.csv",
        DEMONSTRATION,
        demonstration_record,
        part="zones not in other files",
        announce=announce_demonstration,
    ),
    Source(
        "yreb_demo_zones_2016.csv",
        ZONE_DATA,
        DEMONSTRATION,
        "slug",
        TITLES,
        title_record,
        part="titles",
    ),
]
