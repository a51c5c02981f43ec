"""Entries for tests, taken through the verbs that people use."""

from datetime import timedelta

from association.lib.dates import today
from platforms.investment.models import Opportunity
from platforms.publishing.kinds import kind_of
from zones.directory.models import Province, Zone
from zones.industries.models import Industry


def make_zone(slug="kunshan-etdz", organisation=None, province="jiangsu", reach="lower"):
    """A zone with its province, without the reference data."""
    code = {"jiangsu": "320000", "guizhou": "520000"}.get(province, "330000")
    place, _made = Province.objects.get_or_create(
        slug=province,
        defaults={
            "code": code,
            "name_zh": province,
            "short_name_zh": province,
            "name_en": province.title(),
            "iso_code": "CN-XX",
            "capital_zh": "-",
            "capital_en": "-",
            "longitude": 119,
            "latitude": 32,
            "reach": reach,
        },
    )
    zone, _made = Zone.objects.get_or_create(
        slug=slug,
        defaults={
            "kind": "etdz",
            "name_zh": f"{slug}开发区",
            "name_en": slug.title(),
            "province": place,
            "reach": reach,
            "organisation": organisation,
        },
    )
    return zone


def make_industry(code="C39", name_en="Electronics"):
    """A division of GB/T 4754-2017."""
    industry, _made = Industry.objects.get_or_create(
        scheme="gbt4754-2017",
        code=code,
        defaults={
            "slug": code.lower(),
            "level": "division",
            "name_zh": f"{code}行业",
            "name_en": name_en,
        },
    )
    return industry


def full_content(**changes):
    """Content that may be submitted."""
    return {
        "title_zh": "新型显示模组配套用地",
        "title_en": "Site for display modules",
        "summary_zh": "净地六公顷。",
        "industries": [make_industry().pk],
        "modes": ["greenfield"],
        "valid_until": (today() + timedelta(days=90)).isoformat(),
        "contacts": [
            {"role": "project", "name": "陈晓", "phone": "0512-5555", "email": "chen@demo.example"}
        ],
        **changes,
    }


def zone_of(owner):
    """The zone that `owner` is; for the association, which may write about any, Kunshan's."""
    if owner.slug == "zunyi-etdz":
        return make_zone("zunyi-etdz", owner, province="guizhou", reach="upper")
    return make_zone(organisation=owner if owner.kind == "zone" else None)


def draft(cast, *, by=None, owner=None, **changes):
    """A complete draft of Kunshan's (or of `owner`, written by `by`)."""
    by, owner = by or cast.kunshan, owner or cast.kunshan_etdz
    changes.setdefault("zone", zone_of(owner).pk)
    entry = Opportunity.start(kind_of("opportunity"), owner_id=owner.pk, by=by)
    entry.save_draft(full_content(**changes), seen=entry.edit_number, by=by)
    return entry


def submitted(cast, **changes):
    """The same, handed in."""
    entry = draft(cast, **changes)
    entry.submit(by=changes.get("by") or cast.kunshan)
    return entry


def published(cast, **changes):
    """The same, published by the secretariat's editor."""
    entry = submitted(cast, **changes)
    entry.publish(by=cast.publisher)
    return entry
