"""The directory of provinces and zones."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "zones.directory"
    verbose_name = _("Directory of zones")
