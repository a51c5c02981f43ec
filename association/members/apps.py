"""Members: organisations, memberships, mandates, invitations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from association.lib.phrases import name_the_empty_choice


class MembersConfig(AppConfig):
    name = "association.members"
    verbose_name = _("Members")

    def ready(self) -> None:
        name_the_empty_choice()
