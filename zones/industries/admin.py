"""Industries and terms of the trade in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import PlainAdmin
from association.members.permissions import grant
from zones.industries.models import Industry, IndustryTerm

ENTER, CORRECT = "members.enter_admin", "zone.correct"
for model in ("industry", "industryterm"):
    grant(f"industries.{model}", view=ENTER, change=CORRECT)


@admin.register(Industry)
class IndustryAdmin(PlainAdmin):
    """Classes of both schemes, found by code, name, pinyin and terms of the trade."""

    list_display = ["code", "name_zh", "name_en", "scheme", "level", "is_verified"]
    list_filter = ["scheme", "level", "isic_match", "is_verified"]
    search_fields = ["name_key"]
    search_help_text = _("Code, Chinese or English name, pinyin, initials or term of the trade")
    ordering = ["scheme", "code"]
    autocomplete_fields = ["parent"]
    readonly_fields = ["slug"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False


@admin.register(IndustryTerm)
class IndustryTermAdmin(PlainAdmin):
    """What zones call their industries, and the classes that this stands for."""

    list_display = ["term_zh", "term_en"]
    search_fields = ["name_key"]
    search_help_text = _("Chinese or English term, pinyin or initials")
    ordering = ["term_en"]
    autocomplete_fields = ["industries"]
    readonly_fields = ["slug"]
