"""What belongs to an organisation, on its page in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import Inline, NoDelete
from association.members.models import FormerName, Identifier, Mandate, Membership
from association.members.models.membership import Standing


class Mandates(Inline):
    """Who speaks for it; a mandate is added here and ended by its verb, never rewritten."""

    model = Mandate
    fields = ["user", "role", "scope", "from_on", "until_on", "appointed_by"]
    autocomplete_fields = ["user"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user").order_by("-from_on", "pk")

    def has_change_permission(self, request, obj=None) -> bool:
        return False


class Memberships(NoDelete, admin.StackedInline):
    """Its periods, each with the standing that follows today."""

    model = Membership
    extra = 0
    fields = [
        ("scheme", "number", "today"),
        ("applied_on", "review_started_on", "admitted_on"),
        ("period", "decision"),
    ]
    readonly_fields = ["today"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_standing()
        return rows.order_by("-period__startswith", "pk")

    @admin.display(description=_("standing today"))
    def today(self, row):
        return Standing(getattr(row, "standing", Standing.NONE)).label


class Identifiers(Inline):
    """Other numbers under which it is known."""

    model = Identifier


class FormerNames(Inline):
    """Names that it bore before."""

    model = FormerName
