"""Organisations, their memberships and the people who speak for them."""

from association.members.models.figure import RuleFigure
from association.members.models.mandate import Invitation, Mandate
from association.members.models.membership import Membership, StandingOverride
from association.members.models.organisation import FormerName, Identifier, Organisation

__all__ = [
    "FormerName",
    "Identifier",
    "Invitation",
    "Mandate",
    "Membership",
    "Organisation",
    "RuleFigure",
    "StandingOverride",
]
