"""The filters of the inbox."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from association.lib.filters import StrictFilterSet
from association.notifications.message import Message, MessageQuerySet

UNREAD = "unread"


class MessageFilter(StrictFilterSet):
    """`?show=unread`; everything otherwise."""

    show = ChoiceFilter(choices=[(UNREAD, _("Unread"))], method="only", label=_("Which messages"))

    class Meta:
        model = Message
        fields: list[str] = []

    def only(self, messages: MessageQuerySet, name: str, value: str) -> MessageQuerySet:
        return messages.unread() if value == UNREAD else messages
