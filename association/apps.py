"""The admin's app, in a module of its own because it is loaded before the models are."""

from django.contrib.admin.apps import AdminConfig


class AssociationAdminConfig(AdminConfig):
    """Puts our site in the place of Django's, so that `@admin.register` finds it."""

    default_site = "association.admin_site.AssociationAdminSite"
