"""Notifications: messages, inbox, mail through an outbox; knows users and links, not content."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "association.notifications"
    verbose_name = _("Notifications")
