"""In which zones an owner may place an entry: a zone in itself, a department in its province."""

from django.db.models import QuerySet

from association.members.models import Organisation
from zones.directory.models import Zone

ANYWHERE = ("association", "agency")


def own_zone(owner: Organisation) -> Zone | None:
    """The zone that this organisation is, or None."""
    return getattr(owner, "zone", None)


def zones_for(owner: Organisation) -> QuerySet[Zone]:
    """The zones from which `owner` may choose; empty for a firm, one for a zone."""
    zones = Zone.objects.order_by("province__code", "kind", "slug")
    if own_zone(owner):
        return zones.filter(organisation=owner)
    if owner.kind == Organisation.Kind.COMMERCE_DEPARTMENT:
        return zones.filter(province__code=owner.province_code)
    return zones if owner.kind in ANYWHERE else zones.none()


def offers_choice(owner: Organisation) -> bool:
    """Whether the form asks for the zone: not where it is given, nor where there is none."""
    return not own_zone(owner) and zones_for(owner).exists()
