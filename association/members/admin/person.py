"""People in the admin: listed with what they may do, barred from signing in, never edited."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.accounts.models import User
from association.lib.refusals import Refused
from association.members.admin.base import Inline, SecretariatAdmin, do_for_all
from association.members.models import Mandate
from association.members.policy import may, require


class PersonMandates(Inline):
    """For whom this person speaks."""

    model = Mandate
    fields = ["organisation", "role", "scope", "from_on", "until_on", "appointed_by"]
    autocomplete_fields = ["organisation"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("organisation")
        return rows.order_by("-from_on", "pk")

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False


@admin.register(User)
class PersonAdmin(SecretariatAdmin):
    """Names and addresses are the person's own to change."""

    list_display = ["email", "full_name", "is_active", "created_at", "last_login"]
    list_filter = ["is_active", "mandates__role"]
    search_fields = ["email", "full_name"]
    ordering = ["email"]
    fields = [
        *("email", "full_name", "phone", "language", "is_active"),
        *("terms_accepted_at", "created_at", "last_login"),
    ]
    inlines = [PersonMandates]
    actions = ["deactivate", "reactivate"]
    history_related = ("mandates",)

    def has_deactivate_permission(self, request) -> bool:
        return may(request.user, "person.deactivate")

    @admin.action(description=_("Bar from signing in"), permissions=["deactivate"])
    def deactivate(self, request, queryset):
        do_for_all(request, queryset, lambda person: set_active(person, False, by=request.user))

    @admin.action(description=_("Let sign in again"), permissions=["deactivate"])
    def reactivate(self, request, queryset):
        do_for_all(request, queryset, lambda person: set_active(person, True, by=request.user))


def set_active(person: User, is_active: bool, *, by: User) -> None:
    """Bar a person from signing in or let them in again; sessions end with the next request."""
    require(by, "person.deactivate")
    if person.pk == by.pk:
        raise Refused(_("You cannot bar yourself."))
    User.objects.filter(pk=person.pk).update(is_active=is_active)
