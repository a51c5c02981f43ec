"""Text size and contrast, remembered in a cookie so that they work without a script."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

# The empty value is the ordinary appearance and removes the cookie.
PREFERENCES = {"text": ("", "large", "larger"), "contrast": ("", "more")}
YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest, name: str) -> str:
    """`text` or `contrast` as the reader chose it; an unknown value counts as not chosen."""
    value = request.COOKIES.get(f"heliu_{name}", "")
    return value if value in PREFERENCES[name] else ""


@require_safe
def preferences(request: HttpRequest) -> HttpResponse:
    """Remembers what the query string asks for and returns to the page the reader came from.

    A GET, because it changes nothing but the reader's own view and stores nothing on the server.
    """
    response = HttpResponseRedirect(_local(request, request.GET.get("next", "")))
    for name, values in PREFERENCES.items():
        value = request.GET.get(name)
        if value in values:
            _remember(request, response, f"heliu_{name}", value)
    response.headers["Cache-Control"] = "no-store"
    return response


def _remember(request: HttpRequest, response: HttpResponse, cookie: str, value: str) -> None:
    if value:
        response.set_cookie(
            cookie, value, YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(cookie, samesite="Lax")


def _local(request: HttpRequest, address: str) -> str:
    """`address` if it is a path on this site, else the home page."""
    is_path = address.startswith("/")
    if is_path and url_has_allowed_host_and_scheme(address, None):
        return address
    return reverse("front:home")
