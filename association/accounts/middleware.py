"""What holds between sign-in and each page: the session's end and the second factor."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from association.accounts import second_factor, sessions

GetResponse = Callable[[HttpRequest], HttpResponse]


def is_program(request: HttpRequest) -> bool:
    """Asked by a script, which wants JSON and no page."""
    return request.path.startswith("/api/") or is_background(request)


def is_background(request: HttpRequest) -> bool:
    """A page asks by itself, without the person doing anything."""
    return request.headers.get("X-Background") == "1"


def refuse_program(code: str, sentence: str, status: int) -> JsonResponse:
    """The answer for a script, in the shape of all API errors."""
    error = {"code": code, "detail": sentence, "attr": None}
    return JsonResponse({"type": "client_error", "errors": [error]}, status=status)


class SessionLimits:
    """Sign a person out whose session has been idle or open for too long."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            reason = sessions.ended(request)
            if reason:
                return self.end(request, reason)
            if not is_background(request):
                sessions.touch(request)
        return self.get_response(request)

    def end(self, request: HttpRequest, reason: str) -> HttpResponse:
        """To the sign-in page, which says why and leads back; 401 for a script."""
        logout(request)
        if is_program(request):
            return refuse_program("not_authenticated", _("Your session has ended."), 401)
        query = urlencode({"ended": reason, "next": self.way_back(request)})
        return HttpResponseRedirect(f"{reverse('account_login')}?{query}")

    def way_back(self, request: HttpRequest) -> str:
        """The page that was asked for, or the one from which something was posted."""
        if request.method in {"GET", "HEAD"}:
            return request.get_full_path()
        page = request.headers.get("Referer", "")
        if not url_has_allowed_host_and_scheme(page, {request.get_host()}):
            return ""
        return urlsplit(page).path


class SecondFactor:
    """Let nobody of the staff past the account pages without their second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if self.is_open(request) or second_factor.is_satisfied(request):
            return None
        if is_program(request):
            sentence = _("Sign in with your second factor first.")
            return refuse_program("second_factor_required", sentence, 403)
        return second_factor.way_in(request)

    def is_open(self, request: HttpRequest) -> bool:
        """Pages that lead to the factor, and those that machines ask for."""
        match = request.resolver_match
        if request.path.startswith(("/health/", "/static/")):
            return True
        name = match.url_name or ""
        return match.app_name == "account" or (
            not match.app_name and name.startswith(("account_", "mfa_"))
        )
