"""The state of deliveries for the secretariat: how far, why not; never what was written."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from association.lib.refusals import Conflict
from association.members.permissions import grant
from association.members.policy import may
from association.notifications.delivery import Delivery
from association.notifications.letters import Letter

grant("notifications.delivery", view="notification.status")
SHOWN = (
    *("person", "channel", "lane", "state", "attempts", "reason"),
    *("created_at", "due_at", "sent_at", "mail_id"),
)


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin):
    """Read-only; the two actions call the verbs of Delivery."""

    list_display = ["created_at", "person", "state", "attempts", "reason", "sent_at"]
    list_filter = ["state", "lane", "channel"]
    list_select_related = ["message__user", "letter"]
    search_fields = ["message__user__email", "letter__to_email", "=mail_id"]
    search_help_text = gettext_lazy("E-mail address or Message-ID")
    ordering = ["-created_at", "-pk"]
    date_hierarchy = "created_at"
    actions = ["retry", "suppress"]
    fields = SHOWN
    readonly_fields = SHOWN

    @admin.display(description=gettext_lazy("recipient"))
    def person(self, delivery: Delivery) -> str:
        """The address, and nothing of the text."""
        thing = delivery.thing
        return thing.to_email if isinstance(thing, Letter) else thing.user.email

    @admin.display(description=gettext_lazy("cause"))
    def reason(self, delivery: Delivery) -> str:
        """Our own causes in the reader's language; a mail server's answer as it came."""
        return _(delivery.cause) if delivery.cause else ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_steer_permission(self, request: HttpRequest) -> bool:
        """May retry and suppress; reading alone does not include it."""
        return may(request.user, "notification.steer")

    @admin.action(description=gettext_lazy("Send again"), permissions=["steer"])
    def retry(self, request: HttpRequest, rows: QuerySet) -> None:
        self._each(request, rows, Delivery.retry, _("Sending again"))

    @admin.action(description=gettext_lazy("Do not send"), permissions=["steer"])
    def suppress(self, request: HttpRequest, rows: QuerySet) -> None:
        self._each(request, rows, Delivery.suppress, _("Not to be sent"))

    def _each(
        self, request: HttpRequest, rows: QuerySet, verb: Callable[..., None], label: str
    ) -> None:
        done = 0
        for delivery in rows:
            try:
                verb(delivery, by=request.user)
            except Conflict:
                continue
            self.log_change(request, delivery, label)
            done += 1
        said = ngettext("%(done)s delivery changed.", "%(done)s deliveries changed.", done)
        messages.info(request, said % {"done": done})
