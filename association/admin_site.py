"""The secretariat's admin: Django's own, with our entry rule and our look."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from association.accounts import second_factor
from association.members.policy import may


class AssociationAdminSite(admin.AdminSite):
    """Entered by people of the secretariat; sign-in and second factor are the portal's own."""

    site_header = site_title = _("Secretariat")
    index_title = _("Overview")
    index_template = "admin/dashboard.html"
    enable_nav_sidebar = True
    empty_value_display = "—"

    def has_permission(self, request: HttpRequest) -> bool:
        """A mandate of the secretariat, and the second factor in this session."""
        return self.may_enter(request) and second_factor.is_satisfied(request)

    def may_enter(self, request: HttpRequest) -> bool:
        return request.user.is_active and may(request.user, "members.enter_admin")

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """No sign-in of its own: the portal's, or what is still missing on the way in."""

        if not request.user.is_authenticated:
            return redirect_to_login(self.wanted(request))
        if not self.may_enter(request):
            raise PermissionDenied
        if not second_factor.is_satisfied(request):
            return second_factor.way_in(request)
        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect("account_change_password")

    def wanted(self, request: HttpRequest) -> str:
        """The page of the admin that sign-in leads back to."""
        return request.GET.get(REDIRECT_FIELD_NAME) or request.get_full_path()

    def admin_view(self, view, cacheable: bool = False):
        """As Django's; whoever may not enter is answered here, without a detour over a form."""
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_permission(request) and not is_exit(request):
                return self.login(request)
            return inner(request, *args, **kwargs)

        return guarded

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The dashboard: what waits, then the tables."""
        from association.members.admin import dashboard

        words = {
            "waiting": dashboard.waiting_for(request),
            "lately": dashboard.lately_changed(request),
            "can_import": may(request.user, "members.preview_import"),
        }
        return super().index(request, {**words, **(extra_context or {})})


def is_exit(request: HttpRequest) -> bool:
    """Signing out is open to everybody."""
    return request.resolver_match.url_name == "logout"
