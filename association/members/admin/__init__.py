"""The secretariat's admin of organisations, people and their mandates."""

from association.members.admin import figure, mandate, membership, organisation, person

__all__ = ["figure", "mandate", "membership", "organisation", "person"]
