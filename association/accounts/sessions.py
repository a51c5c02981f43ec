"""How long a session lasts: until a pause, sooner for staff, twelve hours in any case."""

import time

from django.conf import settings
from django.http import HttpRequest

SIGNED_IN = "heliu_signed_in_at"
SEEN = "heliu_seen_at"
FRESH_SECONDS = 10 * 60
WRITE_SECONDS = 60


def begin(request: HttpRequest) -> None:
    """The person has just signed in."""
    request.session[SIGNED_IN] = request.session[SEEN] = int(time.time())


def idle_seconds(request: HttpRequest) -> int:
    """How long this person may pause."""
    staff = request.user.is_staff
    return settings.HELIU_STAFF_IDLE_SECONDS if staff else settings.HELIU_IDLE_SECONDS


def ended(request: HttpRequest) -> str:
    """Why the session is over: `limit` (open too long), `idle`, or "" while it goes on."""
    now = time.time()
    if now - request.session.get(SIGNED_IN, now) >= settings.HELIU_ABSOLUTE_SECONDS:
        return "limit"
    if now - request.session.get(SEEN, now) >= idle_seconds(request):
        return "idle"
    return ""


def seconds_left(request: HttpRequest) -> int:
    """Seconds until the session ends unless the person does something."""
    now = time.time()
    idle = request.session.get(SEEN, now) + idle_seconds(request)
    limit = request.session.get(SIGNED_IN, now) + settings.HELIU_ABSOLUTE_SECONDS
    return max(0, int(min(idle, limit) - now))


def touch(request: HttpRequest) -> None:
    """Note that the person is there; written at most once a minute."""
    now = time.time()
    if SIGNED_IN not in request.session:
        begin(request)
    elif now - request.session.get(SEEN, 0) >= min(WRITE_SECONDS, idle_seconds(request) // 10):
        request.session[SEEN] = int(now)


def is_fresh(request: HttpRequest) -> bool:
    """The person signed in a few minutes ago."""
    return time.time() - request.session.get(SIGNED_IN, 0) < FRESH_SECONDS
