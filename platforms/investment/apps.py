"""The investment platform: what zones offer to investors."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InvestmentConfig(AppConfig):
    name = "platforms.investment"
    verbose_name = _("Investment promotion")

    def ready(self) -> None:
        from platforms.investment.kinds import OPPORTUNITY
        from platforms.investment.panel import open_opportunities
        from platforms.publishing.kinds import register
        from zones.directory.panels import PANELS

        register(OPPORTUNITY)
        PANELS.append(open_opportunities)
