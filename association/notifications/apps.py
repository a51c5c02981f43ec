"""Notifications: messages, inbox, mail through an outbox; knows users and links, not content."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "association.notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        """Keep the history of verifications, which happen a layer below."""
        # Models can be imported only once the apps are loaded.
        from association.members.models.verification import RECORDERS
        from association.notifications.verification import VerificationEvent

        RECORDERS.append(VerificationEvent.record_step)
