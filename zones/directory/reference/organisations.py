"""The organisation behind each zone: created once, then left to the members' own register."""

from collections.abc import Iterable

from django.utils import timezone

from association.members.models import Organisation
from zones.directory.models import Zone
from zones.directory.reference.merging import Outcome, Record

KINDS = {
    Zone.Kind.ETDZ: Organisation.Kind.ZONE,
    Zone.Kind.BORDER: Organisation.Kind.BORDER_ZONE,
    Zone.Kind.OVERSEAS: Organisation.Kind.OVERSEAS_ZONE,
    Zone.Kind.PROVINCIAL: Organisation.Kind.PROVINCIAL_ZONE,
}


def provide_organisations(records: Iterable[Record]) -> Outcome:
    """Create what the records name as `organisation` and the register lacks, as verified.

    A zone of the reference files is known to exist, so nobody needs to prove it again.
    """
    outcome = Outcome("organisations of the zones")
    wanted = {values["organisation"]: values for values in _named(records)}
    present = set(Organisation.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    outcome.unchanged = sorted(present)
    outcome.added = [slug for slug in wanted if slug not in present]
    Organisation.objects.bulk_create(_organisation(wanted[slug]) for slug in outcome.added)
    return outcome


def _named(records: Iterable[Record]) -> Iterable[dict]:
    return (record.values for record in records if record.values.get("organisation"))


def _organisation(values: dict) -> Organisation:
    return Organisation(
        slug=values["organisation"],
        kind=KINDS[values["kind"]],
        name_zh=values["name_zh"],
        name_en=values["name_en"],
        division_code=values.get("county_code") or values.get("prefecture_code", ""),
        country_code=values.get("country_code", "CN"),
        verification=Organisation.Verification.VERIFIED,
        verified_at=timezone.now(),
    )
