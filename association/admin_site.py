"""The secretariat's admin: Django's own, with our entry rule and our look."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class AssociationAdminConfig(AdminConfig):
    """Puts our site in the place of Django's, so that `@admin.register` finds it."""

    default_site = "association.admin_site.AssociationAdminSite"


class AssociationAdminSite(admin.AdminSite):
    """Entered by people of the secretariat; sign-in and second factor are the portal's own."""

    site_header = site_title = _("Secretariat")
    index_title = _("Overview")
