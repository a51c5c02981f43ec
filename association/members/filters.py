"""The filters of the register, shared by page and export."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from association.lib.filters import SearchFilter, StrictFilterSet
from association.members.codes import names, province_name
from association.members.models import Organisation
from association.members.models.organisation import PINYIN


def provinces() -> list[tuple[str, str]]:
    """Code and name of every province in the reader's language."""
    return [(code, province_name(code)) for code in names()]


class MemberFilter(StrictFilterSet):
    """By name, kind and province."""

    q = SearchFilter(label=_("Name"))
    kind = ChoiceFilter(
        label=_("Kind"), choices=Organisation.Kind.choices, empty_label=_("All kinds")
    )
    province = ChoiceFilter(
        label=_("Province"),
        choices=provinces,
        method="in_province",
        empty_label=_("All provinces"),
    )
    sorts = {
        "name": (_("Name"), PINYIN),
        "since": (_("Member since"), "member_since", PINYIN),
    }

    class Meta:
        model = Organisation
        fields: list[str] = []

    def in_province(self, rows, name, code):
        return rows.filter(division_code__startswith=code[:2])
