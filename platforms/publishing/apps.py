"""The publishing kernel: everything a member posts is an Entry."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "platforms.publishing"
    verbose_name = _("Publishing")
