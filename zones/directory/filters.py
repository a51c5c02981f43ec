"""Filters of the directory, shared by its page, its files and the API."""

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter

from association.lib.filters import CodeFilter, SearchFilter, StrictFilterSet
from zones.directory.models import Province, Reach, Zone, name_order
from zones.industries.models import Industry


def titled(code_list: type[models.TextChoices]) -> list[tuple[str, object]]:
    """Choices whose labels begin with a capital letter."""
    return [(value, capfirst(label)) for value, label in code_list.choices]


class Choices(MultipleChoiceFilter):
    """Any of several values, as boxes to tick."""

    def __init__(self, **options) -> None:
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(distinct=False, **options)


class ZoneFilter(StrictFilterSet):
    """`?q=ksjj&province=jiangsu&reach=lower&kind=etdz&industry=c39&sort=year`."""

    q = SearchFilter(
        help_text=_("Name, place or industry; pinyin and its first letters work too."),
    )
    province = CodeFilter(
        label=_("Province"),
        field_name="province__slug",
        queryset=Province.objects.order_by("code"),
    )
    reach = Choices(label=_("Reach"), choices=titled(Reach))
    kind = Choices(label=_("Kind"), choices=titled(Zone.Kind))
    industry = CodeFilter(
        label=_("Industry"),
        queryset=Industry.objects.order_by("scheme", "code"),
        method="filter_industry",
    )

    sorts = {
        "province": (_("Province"), F("province__code").asc(nulls_last=True), name_order),
        "name": (_("Name"), name_order),
        "newest": (
            _("Approved latest"),
            F("approved_year").desc(nulls_last=True),
            F("approved_month").desc(nulls_last=True),
        ),
        "oldest": (
            _("Approved earliest"),
            F("approved_year").asc(nulls_last=True),
            F("approved_month").asc(nulls_last=True),
        ),
        "area": (_("Largest area"), F("area_ha").desc(nulls_last=True)),
    }

    class Meta:
        model = Zone
        fields: list[str] = []

    def has_section(self) -> bool:
        """Whether a top level of the industries was chosen, which stands for all below it."""
        return any(not one.parent_id for one in self.form.cleaned_data["industry"])

    def hide_empty_choices(self) -> None:
        """Take away boxes of which none is left after counting."""
        for name in ("province", "reach", "kind", "industry"):
            if not self.form.fields[name].widget.choices and name not in self.form.errors:
                del self.form.fields[name]

    def filter_industry(self, zones: QuerySet, name: str, chosen: QuerySet[Industry]) -> QuerySet:
        """Zones that name one of the industries, or one below a section given."""
        if not chosen:
            return zones
        wanted = [one.pk for one in chosen]
        named = Industry.objects.filter(Q(pk__in=wanted) | Q(parent__in=wanted))
        links = Zone.industries.through.objects.filter(industry__in=named)
        return zones.filter(pk__in=links.values("zone"))
