"""The inbox: a person's own messages; those of others cannot be found."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from association.lib.listing import FilteredList
from association.notifications.filters import MessageFilter
from association.notifications.message import Message


class Inbox(LoginRequiredMixin, FilteredList):
    """Messages, newest first."""

    queryset = Message.objects.newest_first()
    filterset_class = MessageFilter
    template_name = "notifications/message_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(show=self.request.GET.get("show", ""), **kwargs)


@login_required
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """POST marks read and leads to the page of the message; GET changes nothing."""
    found = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
    if request.method != "POST":
        return redirect("notifications:inbox")
    return redirect(found.open(by=request.user) or "notifications:inbox")


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all messages of the person read."""
    Message.objects.visible_to(request.user).mark_read()
    return redirect("notifications:inbox")
