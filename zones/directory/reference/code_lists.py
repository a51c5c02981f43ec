"""Code lists: provinces, industries and the terms of the trade."""

from django.utils.text import slugify

from zones.directory.models import Province, Reach
from zones.directory.reference import cells
from zones.directory.reference.merging import Record, Target
from zones.directory.reference.reading import Row
from zones.directory.reference.sources import INDUSTRY_DATA, ZONE_DATA, Known, Source
from zones.industries.models import Industry, IndustryTerm

LEVELS = {
    "section": Industry.Level.SECTION,
    "division": Industry.Level.DIVISION,
    "category": Industry.Level.EMERGING,
}


def announce_province(row: Row, known: Known) -> None:
    known.provinces[row["code"]] = slugify(row["name_en"])
    known.reaches[row["code"]] = row["reach"]


def province_record(row: Row, known: Known) -> Record:
    copied = ("code", "name_zh", "short_name_zh", "name_en", "reach", "capital_zh", "capital_en")
    return Record(
        {
            **{name: row[name] for name in copied},
            "slug": slugify(row["name_en"]),
            "iso_code": row["iso_3166_2"],
            "is_in_belt": row["in_yreb"] == "yes",
            "longitude": row["centroid_longitude"],
            "latitude": row["centroid_latitude"],
            "source": row["source"],
        }
    )


def announce_industry(row: Row, known: Known) -> None:
    known.industries[row["code"]] = row["code"].lower()


def industry_record(row: Row, known: Known) -> Record:
    parent = row["parent_code"]
    if parent and parent not in known.industries:
        row.refuse("parent_code", f"“{parent}” is not a code of this file.")
    return Record(
        {
            "slug": row["code"].lower(),
            "scheme": row["scheme"],
            "code": row["code"],
            "level": LEVELS[row["level"]],
            "parent": known.industries.get(parent, ""),
            "name_zh": row["name_zh"],
            "name_en": row["name_en"],
            "isic_divisions": row["isic_rev4_divisions"],
            "isic_match": row["isic_match"],
            "is_verified": row["verified"] == "yes",
            "source": row["source"],
        }
    )


def section_record(row: Row, known: Known) -> Record | None:
    """Sections come first: divisions name them as parents."""
    return None if row["parent_code"] else industry_record(row, known)


def division_record(row: Row, known: Known) -> Record | None:
    return industry_record(row, known) if row["parent_code"] else None


def term_record(row: Row, known: Known) -> Record:
    return Record(
        {
            "slug": slugify(row["term_en"]),
            "term_zh": row["term_zh"],
            "term_en": row["term_en"],
            "source": row["source"],
        },
        {"industries": known.industry_slugs(row, "gbt_codes", "sei_code")},
    )


PROVINCE_COLUMNS = {
    "code": cells.digits(6, needed=True),
    "name_zh": cells.line(40, needed=True),
    "short_name_zh": cells.line(20, needed=True),
    "name_en": cells.line(40, needed=True),
    "iso_3166_2": cells.line(6, needed=True),
    "in_yreb": cells.one_of(("yes", "no"), needed=True),
    "reach": cells.one_of(Reach.values),
    "capital_zh": cells.line(40, needed=True),
    "capital_en": cells.line(60, needed=True),
    "centroid_longitude": cells.decimal(-180, 180, needed=True),
    "centroid_latitude": cells.decimal(-90, 90, needed=True),
    "source": cells.line(),
}
INDUSTRY_COLUMNS = {
    "scheme": cells.one_of(Industry.Scheme.values, needed=True),
    "code": cells.line(10, needed=True),
    "level": cells.one_of(LEVELS, needed=True),
    "parent_code": cells.line(10),
    "name_zh": cells.line(200, needed=True),
    "name_en": cells.line(200),
    "isic_rev4_divisions": cells.line(60),
    "isic_match": cells.one_of(Industry.IsicMatch.values),
    "source": cells.line(),
    "verified": cells.confirmed,
}
TERM_COLUMNS = {
    "term_zh": cells.line(80, needed=True),
    "term_en": cells.line(80, needed=True),
    "gbt_codes": cells.words,
    "sei_code": cells.words,
    "source": cells.line(),
}
INDUSTRIES = Target(Industry, references={"parent": "slug"})
SOURCES = [
    Source(
        "provinces.csv",
        ZONE_DATA,
        PROVINCE_COLUMNS,
        "code",
        Target(Province),
        province_record,
        announce=announce_province,
    ),
    Source(
        "industries.csv",
        INDUSTRY_DATA,
        INDUSTRY_COLUMNS,
        "code",
        INDUSTRIES,
        section_record,
        part="top level",
        announce=announce_industry,
    ),
    Source(
        "industries.csv",
        INDUSTRY_DATA,
        INDUSTRY_COLUMNS,
        "code",
        INDUSTRIES,
        division_record,
        part="divisions",
    ),
    Source(
        "industry_terms.csv",
        INDUSTRY_DATA,
        TERM_COLUMNS,
        "term_zh",
        Target(IndustryTerm, lists={"industries": "slug"}),
        term_record,
    ),
]
