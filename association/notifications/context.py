"""What every page shows of the inbox."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from association.notifications.message import Message


def inbox(request: HttpRequest) -> dict[str, Any]:
    """`inbox_unread`: how many messages wait for the signed-in person.

    One query, made only when a page shows the number, and none for the anonymous public.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"inbox_unread": 0}
    rows = Message.objects.visible_to(user).unread()
    return {"inbox_unread": SimpleLazyObject(rows.count)}
