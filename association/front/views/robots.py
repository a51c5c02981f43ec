"""What programs that walk the web ask for first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# What belongs to people who are signed in, and what would be walked without end.
CLOSED = ("admin", "workbench", "accounts", "inbox", "preferences", "search")


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: all but the desks, in both languages, and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Disallow: {prefix}/{name}/" for name in CLOSED for prefix in ("", "/en")]
    lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def favicon(request: HttpRequest) -> HttpResponse:
    """The address that browsers guess leads to the file with its digest."""
    return redirect(static("img/favicon.ico"))
