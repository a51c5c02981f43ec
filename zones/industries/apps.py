"""Industries: GB/T 4754-2017 with ISIC Rev.4, strategic emerging industries, and trade terms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndustriesConfig(AppConfig):
    name = "zones.industries"
    verbose_name = _("Industries")
