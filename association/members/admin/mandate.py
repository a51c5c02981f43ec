"""Mandates and invitations in the admin: added here, ended by their verbs."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import PlainAdmin, SecretariatAdmin, do_for_all
from association.members.admin.filters import Ending
from association.members.models import Invitation, Mandate
from association.members.policy import may


@admin.register(Mandate)
class MandateAdmin(SecretariatAdmin):
    """Who speaks for whom, from when to when."""

    list_display = ["user", "organisation", "role", "scope", "from_on", "until_on"]
    list_filter = ["role", "scope", Ending, "organisation__kind"]
    list_select_related = ["user", "organisation"]
    search_fields = ["user__email", "user__full_name", "organisation__name_key"]
    autocomplete_fields = ["user", "organisation", "substitute_for"]
    ordering = ["-from_on", "-pk"]
    actions = ["end"]

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_end_permission(self, request) -> bool:
        return may(request.user, "mandate.grant")

    @admin.action(description=_("End today"), permissions=["end"])
    def end(self, request, queryset):
        do_for_all(request, queryset, lambda mandate: mandate.end(by=request.user))


@admin.register(Invitation)
class InvitationAdmin(PlainAdmin):
    """Letters that asked people to speak for an organisation."""

    list_display = [
        *("email", "organisation", "role", "invited_by"),
        *("invited_at", "expires_at", "accepted_at", "revoked_at"),
    ]
    list_filter = ["role", "invited_at"]
    list_select_related = ["organisation", "invited_by"]
    search_fields = ["email", "organisation__name_key"]
    ordering = ["-invited_at", "-pk"]
    actions = ["revoke"]

    def has_revoke_permission(self, request) -> bool:
        return may(request.user, "mandate.grant")

    @admin.action(description=_("Withdraw"), permissions=["revoke"])
    def revoke(self, request, queryset):
        do_for_all(request, queryset, lambda invitation: invitation.revoke(by=request.user))
