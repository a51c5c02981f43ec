"""What a zone's page says: rows for components/facts.html, each with how the fact is known."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from association.lib.bilingual import Words, current
from zones.directory.citing import cited
from zones.directory.models import UNCONFIRMED, Zone


def facts_of(zone: Zone) -> list[dict[str, Any]]:
    """Place, approval and area; rows without a value are left out by the template."""
    return [
        {"label": _("Kind"), "value": capfirst(zone.get_kind_display())},
        *_place(zone),
        _approval(zone),
        _area(zone),
        {"label": _("Neighbour country"), "value": zone.neighbour_country},
        {"label": _("Other names"), "value": _in_chinese(zone.aliases_zh)},
    ]


def names_of(zone: Zone) -> dict[str, str]:
    """The name in the reader's language and the one in the other, if there is one."""
    other = zone.name_zh if current() == "en" else zone.name_en
    return {
        "name": zone.name,
        "other": "" if other == zone.name else other,
        "other_lang": "zh-Hans" if current() == "en" else "en",
    }


def titles_of(zone: Zone) -> list[dict[str, str]]:
    """Titles of notices, and what the zone is to the association."""
    cohort = [{"label": capfirst(zone.get_cohort_display())}] if zone.cohort else []
    rows = sorted(zone.designations.all(), key=lambda row: row.pk)
    return cohort + [{"label": capfirst(row.get_scheme_display())} for row in rows]


def industries_of(zone: Zone, user: Any) -> dict[str, Any]:
    """The leading industries as the zone names them, and the classes that stand for them."""
    return {
        "words": zone.leading_industries,
        "classes": zone.industries.visible_to(user).order_by("scheme", "code"),
        "basis": zone.get_industries_basis_display(),
        "is_unconfirmed": zone.industries_basis in UNCONFIRMED,
    }


def sources_of(zone: Zone) -> list[str]:
    """What was consulted and can be looked up, each source once."""
    return cited(zone.source, *(row.source for row in zone.designations.all()))


def _place(zone: Zone) -> list[dict[str, Any]]:
    return [
        {"label": _("Country"), "value": zone.country if zone.is_abroad else ""},
        {"label": _("Province"), "value": zone.province.name if zone.province else ""},
        {"label": _("Reach"), "value": capfirst(zone.get_reach_display())},
        {"label": _("Prefecture"), "value": zone.prefecture},
        {"label": _("County or district"), "value": _in_chinese(zone.county_zh)},
        {"label": _("Locality"), "value": zone.locality},
        {
            "label": _("Coordinates"),
            "value": coordinates(zone),
            "source": capfirst(zone.get_coordinate_precision_display()),
            "is_unverified": zone.coordinate_precision == Zone.Precision.ZONE,
        },
    ]


def _approval(zone: Zone) -> dict[str, Any]:
    meaning = zone.get_approved_meaning_display()
    when = approved_when(zone)
    if when and meaning:
        when = _("%(when)s (%(meaning)s)") % {"when": when, "meaning": meaning}
    return {
        "label": _("Year") if meaning else _("Approved"),
        "value": when,
        "is_unverified": zone.approved_basis in UNCONFIRMED,
        "source": _basis(zone.approved_basis, zone.get_approved_basis_display()),
    }


def _area(zone: Zone) -> dict[str, Any]:
    label = _("Area") if zone.is_abroad else _("Approved area")
    if zone.area_ha is None:
        return {"label": label, "value": ""}
    words = _("%(hectares)s ha (%(mu)s mu)") % {
        "hectares": grouped(zone.area_ha),
        "mu": grouped(zone.area_mu),
    }
    meaning = zone.get_area_meaning_display()
    return {
        "label": capfirst(meaning) if meaning else label,
        "value": words,
        "is_unverified": zone.area_basis in UNCONFIRMED,
        "source": _basis(zone.area_basis, zone.get_area_basis_display()),
    }


def approved_when(zone: Zone) -> str:
    """Year, or month and year, in the reader's language."""
    if not zone.approved_year:
        return ""
    if zone.approved_month:
        day = date(zone.approved_year, zone.approved_month, 1)
        return date_format(day, "YEAR_MONTH_FORMAT")
    return pgettext("date", "%(year)s") % {"year": zone.approved_year}


def coordinates(zone: Zone) -> str:
    """Degrees with two digits: no place here is known more exactly."""
    if zone.latitude is None or zone.longitude is None:
        return ""
    north = _("%(degrees)s° N") if zone.latitude >= 0 else _("%(degrees)s° S")
    east = _("%(degrees)s° E") if zone.longitude >= 0 else _("%(degrees)s° W")
    return _("%(latitude)s, %(longitude)s") % {
        "latitude": north % {"degrees": f"{abs(zone.latitude):.2f}"},
        "longitude": east % {"degrees": f"{abs(zone.longitude):.2f}"},
    }


def grouped(number: Decimal) -> str:
    """1330.50 → 1,330.5"""
    text = f"{number:,.2f}"
    return text.rstrip("0").rstrip(".")


def _basis(basis: str, label: str) -> str:
    """How a fact is known; "to be confirmed" is said by the mark beside it already."""
    return "" if basis == Zone.Basis.RECALL else capfirst(label)


def _in_chinese(text: str) -> Words:
    """A fact that is kept in Chinese only."""
    return Words.of(text, "zh-Hans", is_fallback=bool(text) and current() == "en")
