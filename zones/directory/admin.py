"""Provinces and zones in the admin: facts are corrected here, and loading files keeps them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from association.members.admin.base import Inline, PlainAdmin, SecretariatAdmin
from association.members.permissions import grant
from zones.directory.models import Designation, Province, Zone

ENTER, CORRECT = "members.enter_admin", "zone.correct"
for model in ("zone", "designation", "province"):
    grant(f"directory.{model}", view=ENTER, change=CORRECT)


class Titles(Inline):
    """Titles that notices gave to the zone."""

    model = Designation
    fields = ["scheme", "place_in_notice", "name_in_notice", "source"]


@admin.register(Zone)
class ZoneAdmin(SecretariatAdmin):
    """Found by Chinese, English, pinyin and initials; a corrected fact is kept by later loads."""

    list_display = [
        "name_zh",
        "name_en",
        "kind",
        "province",
        "reach",
        "approved_year",
        "is_verified",
    ]
    list_filter = [
        "kind",
        "reach",
        "cohort",
        "approved_basis",
        "industries_basis",
        "is_verified",
        ("province", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["province"]
    search_fields = ["name_key"]
    search_help_text = _("Chinese or English name, place, pinyin or initials")
    ordering = ["slug"]
    autocomplete_fields = ["province", "organisation", "industries"]
    readonly_fields = ["slug", "updated_at"]
    inlines = [Titles]
    fieldsets = [
        (None, {"fields": ["kind", "name_zh", "name_en", "aliases_zh", "cohort", "is_verified"]}),
        (
            _("Place"),
            {
                "fields": [
                    ("province", "reach"),
                    ("prefecture_zh", "prefecture_en", "prefecture_code"),
                    ("county_zh", "county_code"),
                    ("country_code", "country_zh", "country_en"),
                    "locality",
                    ("neighbour_country_code", "neighbour_country_zh", "neighbour_country_en"),
                    ("longitude", "latitude", "coordinate_precision"),
                ]
            },
        ),
        (
            _("Approval and area"),
            {
                "fields": [
                    ("approved_year", "approved_month", "approved_basis", "approved_meaning"),
                    ("area_ha", "area_basis", "area_meaning"),
                ]
            },
        ),
        (
            _("Leading industries"),
            {
                "fields": [
                    ("leading_industries_zh", "leading_industries_en"),
                    ("industries", "industries_basis"),
                ]
            },
        ),
        (_("Sources"), {"fields": ["organisation", "source", "notes", ("slug", "updated_at")]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False


@admin.register(Province)
class ProvinceAdmin(PlainAdmin):
    """Provinces; their codes are those of GB/T 2260."""

    list_display = ["code", "name_zh", "name_en", "reach", "is_in_belt"]
    list_filter = ["is_in_belt", "reach"]
    search_fields = ["name_zh", "name_en", "slug", "code"]
    ordering = ["code"]
    readonly_fields = ["slug"]
