"""The public face: home, search, reading preferences and the pages about the portal."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontConfig(AppConfig):
    name = "association.front"
    verbose_name = _("Public pages")

    def ready(self) -> None:
        # Django finds checks only where an app imports them.
        import_module("association.checks")
