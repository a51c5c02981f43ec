"""Members: organisations, memberships, mandates, invitations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "association.members"
    verbose_name = _("Members")
