"""The public face: home, search, reading preferences and the pages about the portal."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontConfig(AppConfig):
    name = "association.front"
    verbose_name = _("Public pages")
