"""The investment platform: what zones offer to investors."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InvestmentConfig(AppConfig):
    name = "platforms.investment"
    verbose_name = _("Investment promotion")

    def ready(self) -> None:
        from platforms.investment.kinds import OPPORTUNITY
        from platforms.publishing.kinds import register

        register(OPPORTUNITY)
