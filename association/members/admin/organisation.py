"""Organisations in the admin."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from association.members.admin import deeds, filters
from association.members.admin.base import SecretariatAdmin, do_for_all
from association.members.admin.history import NOTHING
from association.members.admin.importing import ImportPages
from association.members.admin.inlines import (
    FormerNames,
    Identifiers,
    Mandates,
    Memberships,
)
from association.members.admin.organisation_form import OrganisationForm
from association.members.models import Membership, Organisation
from association.members.models.membership import Standing
from association.members.models.organisation import PINYIN
from association.members.policy import may


@admin.register(Organisation)
class OrganisationAdmin(ImportPages, SecretariatAdmin):
    """Found by Chinese, English, pinyin, initials and credit code; state moves through verbs."""

    form = OrganisationForm
    change_form_template = "admin/members/organisation/change_form.html"
    change_list_template = "admin/members/organisation/change_list.html"
    list_display = ["label", "kind", "province", "verification", "standing_today", "since"]
    list_filter = [
        "kind",
        "verification",
        filters.StandingToday,
        filters.Administrator,
        filters.Merged,
        filters.Province,
    ]
    search_fields = ["name_key"]
    search_help_text = gettext_lazy("Chinese or English name, pinyin, initials or credit code")
    ordering = [PINYIN, "pk"]
    inlines = [Mandates, Memberships, Identifiers, FormerNames]
    actions = ["verify", "reject", "merge"]
    readonly_fields = [
        "slug",
        "verification",
        "verification_note",
        "verified_at",
        "merged_into",
        "standing_today",
        "since",
        "is_sample",
        "created_at",
    ]
    history_related = ("mandates", "memberships")
    fieldsets = [
        (None, {"fields": ["kind", "name_zh", "name_en", "short_name_zh", "short_name_en"]}),
        (
            gettext_lazy("Identity"),
            {"fields": ["credit_code", "division_code", "country_code", "website"]},
        ),
        (gettext_lazy("About the organisation"), {"fields": ["profile_zh", "profile_en"]}),
        (
            gettext_lazy("State"),
            {
                "fields": [
                    ("verification", "verified_at"),
                    "verification_note",
                    ("standing_today", "since"),
                    ("slug", "merged_into"),
                    ("is_sample", "created_at"),
                ]
            },
        ),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        standing, since = Membership.standing_for("pk"), Membership.since_for("pk")
        return rows.annotate(standing=standing, member_since=since)

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False

    @admin.display(description=gettext_lazy("organisation"), ordering=PINYIN)
    def label(self, row):
        return row.name

    @admin.display(description=gettext_lazy("province"), ordering="division_code")
    def province(self, row):
        return row.province_name

    @admin.display(description=gettext_lazy("standing today"))
    def standing_today(self, row):
        return Standing(getattr(row, "standing", Standing.NONE)).label

    @admin.display(description=gettext_lazy("member since"))
    def since(self, row):
        return getattr(row, "member_since", None) or NOTHING

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path(
                f"<int:pk>/{deed.__name__}/",
                wrap(deed),
                name=f"members_organisation_{deed.__name__}",
            )
            for deed in (deeds.verify, deeds.reject, deeds.merge)
        ]
        return own + super().get_urls()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        rights = {
            "may_verify": may(request.user, "organisation.verify"),
            "may_merge": may(request.user, "organisation.merge"),
        }
        return super().change_view(
            request, object_id, form_url, {**(extra_context or {}), **rights}
        )

    def has_verify_permission(self, request) -> bool:
        return may(request.user, "organisation.verify")

    def has_merge_permission(self, request) -> bool:
        return may(request.user, "organisation.merge")

    @admin.action(description=gettext_lazy("Verify"), permissions=["verify"])
    def verify(self, request, queryset):
        """First the page on which name and code of each are compared, then the deed."""
        rows = deeds.without_verified(request, queryset)
        if rows and "confirmed" not in request.POST:
            return deeds.confirm_verification(request, rows)
        if rows:
            do_for_all(request, rows, lambda row: row.verify(by=request.user))
        return None

    @admin.action(description=gettext_lazy("Reject with a reason"), permissions=["verify"])
    def reject(self, request, queryset):
        return self.one_page(request, queryset, "reject")

    @admin.action(description=gettext_lazy("Merge into another one"), permissions=["merge"])
    def merge(self, request, queryset):
        return self.one_page(request, queryset, "merge")

    def one_page(self, request, queryset, deed: str):
        """The page of a deed that concerns exactly one organisation."""
        keys = list(queryset.values_list("pk", flat=True)[:2])
        if len(keys) != 1:
            messages.error(request, _("Choose exactly one organisation."))
            return None
        return redirect(f"admin:members_organisation_{deed}", keys[0])
