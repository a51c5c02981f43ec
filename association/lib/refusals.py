"""Expected refusals: raised beside the verbs, turned into an answer once, here at the edge."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Refused(Exception):
    """A deed that the rules do not allow now; the message is a sentence for the person."""

    status = 400

    def __init__(self, message: object = "") -> None:
        super().__init__(message)
        self.message = message or self.sentence

    sentence: object = gettext_lazy("This cannot be done.")


class NotAllowed(Refused, PermissionDenied):
    """The thing is visible, but this person may not do this with it (403)."""

    status = 403
    sentence = gettext_lazy("You may not do this.")


class Conflict(Refused):
    """The thing is not in a state from which this step leads on (409)."""

    status = 409
    sentence = gettext_lazy("This is no longer possible: the state has changed meanwhile.")


class Overtaken(Refused):
    """Somebody saved or decided after this person had looked (412)."""

    status = 412
    sentence = gettext_lazy("Somebody has changed this since you opened it. Please look again.")


class Incomplete(Refused):
    """Fields are missing or wrong; `gaps` maps each field name to a sentence."""

    sentence = gettext_lazy("Some fields still need your attention.")

    def __init__(self, gaps: Mapping[str, object], message: object = "") -> None:
        super().__init__(message)
        self.gaps = dict(gaps)


class TooMany(Refused):
    """A limit on tries or size was reached (429)."""

    status = 429
    sentence = gettext_lazy("Too many tries. Please wait a while and try again.")


class RefusalMiddleware:
    """Answer a Refused that left a view: JSON for programs, a page with the sentence for people."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        if not isinstance(refusal, Refused):
            return None
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": str(refusal.message)}, status=refusal.status)
        gaps = getattr(refusal, "gaps", {})
        context = {"sentence": refusal.message, "gaps": gaps, "title": _("Not done")}
        return render(request, "refused.html", context, status=refusal.status)


def tell(request: HttpRequest, refusal: Refused) -> None:
    """Show the sentence of a refusal as a message on the next page."""
    messages.error(request, str(refusal.message))
