"""Entries in the admin: found, filtered, read; decided on the review page, by the same verbs."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from association.members.admin.dashboard import WAITING
from association.members.permissions import grant
from platforms.publishing.models import Entry, EntryEvent, Revision
from platforms.publishing.steps import IN_REVIEW
from platforms.publishing.waiting import in_review

WAITING.append(in_review)
grant("publishing.entry", view="entry.queue")
grant("publishing.entryevent", view="entry.queue")


class QueueFilter(admin.SimpleListFilter):
    """What waits for the secretariat."""

    title = _("review")
    parameter_name = "queue"

    def lookups(self, request, model_admin):
        return [("waiting", _("waiting for review"))]

    def queryset(self, request, queryset):
        if self.value() == "waiting":
            return queryset.filter(
                Q(status__in=IN_REVIEW)
                | Q(has_new_version=True, status__in=("published", "paused"))
            )
        return queryset


class EventInline(admin.TabularInline):
    """The history, which nobody changes."""

    model = EntryEvent
    fields = ("at", "step", "by", "on_behalf_of", "note")
    readonly_fields = fields
    ordering = ("-at", "-pk")
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Entry)
class EntryAdmin(admin.ModelAdmin):
    """Read-only: the state moves through the verbs of the review page alone."""

    list_display = ("title_shown", "kind_shown", "owner", "status", "has_version", "submitted_at")
    list_filter = (QueueFilter, "status", "kind", "audience")
    search_fields = ("text_key", "public_id", "owner__name_key")
    ordering = ("-submitted_at", "-pk")
    list_select_related = ("owner",)
    show_full_result_count = False
    date_hierarchy = None
    inlines = (EventInline,)
    fields = (
        *("decide", "title_zh", "title_en", "summary_zh", "summary_en", "owner", "author"),
        *("zone", "audience", "valid_until", "status", "version", "submitted_at", "published_at"),
    )
    readonly_fields = fields

    def get_queryset(self, request):
        rows = super().get_queryset(request).visible_to(request.user)
        waiting = Revision.objects.filter(entry=OuterRef("pk"), status="submitted")
        return rows.annotate(has_new_version=Exists(waiting))

    @admin.display(description=_("title"))
    def title_shown(self, entry):
        return str(entry)

    @admin.display(description=_("kind"), ordering="kind")
    def kind_shown(self, entry):
        return entry.declared_kind.label

    @admin.display(description=_("new version in review"), boolean=True)
    def has_version(self, entry):
        return entry.has_new_version

    @admin.display(description=_("decision"))
    def decide(self, entry):
        url = reverse("publishing:review", args=[entry.public_id])
        return format_html('<a href="{}">{}</a>', url, _("Open the review page"))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
