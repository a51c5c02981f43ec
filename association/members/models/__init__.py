"""Organisations, their memberships and the people who speak for them."""

from association.members.models.figure import RuleFigure
from association.members.models.import_run import OrganisationImport
from association.members.models.invitation import Invitation
from association.members.models.mandate import Mandate
from association.members.models.membership import Membership, StandingOverride
from association.members.models.names import FormerName, Identifier
from association.members.models.organisation import Organisation

__all__ = [
    "FormerName",
    "Identifier",
    "Invitation",
    "Mandate",
    "Membership",
    "Organisation",
    "OrganisationImport",
    "RuleFigure",
    "StandingOverride",
]
