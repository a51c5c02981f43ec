"""Memberships and overrides of their standing in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import Inline, SecretariatAdmin
from association.members.admin.filters import StandingToday
from association.members.models import Membership, StandingOverride
from association.members.models.membership import Standing


class Overrides(Inline):
    """Suspension, withdrawal, expulsion: each with reason and document."""

    model = StandingOverride


@admin.register(Membership)
class MembershipAdmin(SecretariatAdmin):
    """Periods with the standing that follows today."""

    list_display = ["organisation", "scheme", "number", "period", "admitted_on", "standing_today"]
    list_filter = [StandingToday, "scheme"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__name_key", "number"]
    autocomplete_fields = ["organisation"]
    ordering = ["organisation__name_key", "-period", "pk"]
    readonly_fields = ["standing_today"]
    inlines = [Overrides]
    history_related = ("overrides",)

    def get_queryset(self, request):
        return super().get_queryset(request).with_standing()

    @admin.display(description=_("standing today"))
    def standing_today(self, row):
        return Standing(getattr(row, "standing", Standing.NONE)).label


@admin.register(StandingOverride)
class StandingOverrideAdmin(SecretariatAdmin):
    """All overrides at a glance."""

    list_display = ["membership", "standing", "from_on", "until_on", "document"]
    list_filter = ["standing"]
    list_select_related = ["membership__organisation"]
    search_fields = ["membership__organisation__name_key", "reason", "document"]
    autocomplete_fields = ["membership"]
    ordering = ["-from_on", "-pk"]
