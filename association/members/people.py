"""Whom to tell: the people who act for an organisation or for the secretariat today."""

from django.contrib.auth import get_user_model

from association.members.models import Mandate
from association.members.persona import ADMINISTERING, WRITING


def writers_of(organisation_id: int):
    """Active people who write for the organisation today, as a queryset of users."""
    mandates = Mandate.objects.valid_on().filter(organisation_id=organisation_id, role__in=WRITING)
    return _people(mandates)


def administrators_of(organisation_id: int):
    """Active people who administer the organisation today, verified or not."""
    mandates = Mandate.objects.valid_on().filter(organisation_id=organisation_id)
    return _people(mandates.filter(role__in=ADMINISTERING, scope="organisation"))


def secretariat():
    """Active people of the secretariat (editors and administrators) today."""
    mandates = Mandate.objects.valid_on().filter(
        organisation__kind="association",
        organisation__verification="verified",
        role__in=["administrator", "editor"],
    )
    return _people(mandates)


def _people(mandates):
    users = get_user_model().objects.filter(is_active=True)
    return users.filter(pk__in=mandates.values("user_id")).order_by("pk")
