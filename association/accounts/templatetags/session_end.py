"""The warning before a session ends, for the base template: `{% session_end %}`."""

from typing import Any

from django import template

from association.accounts import sessions

register = template.Library()


@register.inclusion_tag("account/session_end.html", takes_context=True)
def session_end(context: dict[str, Any]) -> dict[str, Any]:
    """Nothing for visitors; for people who are signed in, when and how they are warned."""
    request = context.get("request")
    if request is None or not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    return {
        "seconds_left": sessions.seconds_left(request),
        "minutes": sessions.idle_seconds(request) // 60,
        "csrf_token": context.get("csrf_token"),
    }
