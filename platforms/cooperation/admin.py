"""Interests in the admin: who waits for whom; messages and contacts are for the parties."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.permissions import grant
from platforms.cooperation.models import Interest

grant("cooperation.interest", view="interest.read")


@admin.register(Interest)
class InterestAdmin(admin.ModelAdmin):
    """Read-only."""

    list_display = ("entry", "organisation", "status", "answer", "sent_at", "due_on", "is_late")
    list_filter = ("status", "answer")
    search_fields = ("organisation__name_key", "entry__text_key")
    ordering = ("-sent_at", "-pk")
    list_select_related = ("entry", "organisation")
    show_full_result_count = False
    fields = ("entry", "organisation", "status", "answer", "reason", "sent_at", "due_on")
    readonly_fields = fields

    @admin.display(description=_("overdue"), boolean=True)
    def is_late(self, interest):
        return interest.is_overdue

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
