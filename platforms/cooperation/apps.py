"""Cooperation: from the first interest to the agreement and beyond."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    name = "platforms.cooperation"
    verbose_name = _("Cooperation")
