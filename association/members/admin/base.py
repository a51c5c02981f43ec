"""What every admin of the secretariat has in common: no deleting, history, bounded lists."""

from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext as _

from association.lib.refusals import Refused
from association.members.admin.history import TrackedAdmin


class NoDelete:
    """Rows are ended, merged or corrected, never deleted (CC-05)."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class SecretariatAdmin(NoDelete, TrackedAdmin):
    """Base of the admins for tracked models."""

    show_full_result_count = False
    list_per_page = 50
    actions_selection_counter = True


class PlainAdmin(NoDelete, admin.ModelAdmin):
    """The same for models without a history."""

    show_full_result_count = False
    list_per_page = 50


class Inline(NoDelete, admin.TabularInline):
    """Rows that belong to the one on the page."""

    extra = 0


def do_for_all(request, rows: Iterable, deed: Callable) -> bool:
    """Do a deed for every row or for none; tell the person. Returns whether it was done."""
    try:
        with transaction.atomic():
            done = [deed(row) for row in rows]
    except Refused as refusal:
        messages.error(request, _("Nothing was changed. ") + str(refusal.message))
        return False
    messages.success(request, _("Done: %(count)d.") % {"count": len(done)})
    return True
