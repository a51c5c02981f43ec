"""Filters of the directory, shared by its page, its files and the API."""

from django import forms
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import MultipleChoiceFilter

from association.lib.filters import SearchFilter, StrictFilterSet
from zones.directory.models import Province, Reach, Zone
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
        help_text=_("Name or place: Chinese, English, pinyin or the first letters of pinyin."),
    )
    province = Choices(label=_("Province"), field_name="province__slug")
    reach = Choices(label=_("Reach"), choices=titled(Reach))
    kind = Choices(label=_("Kind"), choices=titled(Zone.Kind))
    industry = Choices(label=_("Industry"), method="filter_industry")

    sorts = {
        "province": (_("Province"), F("province__code").asc(nulls_last=True), "slug"),
        "name": (_("Name"), "slug"),
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

    @property
    def form(self) -> forms.Form:
        """The form with the code lists of today; they are read once."""
        if not hasattr(self, "_form"):
            form = super().form
            form.fields["province"].choices = [(one.slug, one.name) for one in self.provinces]
            form.fields["industry"].choices = [(one.slug, str(one)) for one in self.industries]
        return self._form

    @cached_property
    def provinces(self) -> list[Province]:
        rows = Province.objects.visible_to(self.visitor).order_by("code")
        return list(rows.only("slug", "name_zh", "name_en"))

    @cached_property
    def industries(self) -> list[Industry]:
        rows = Industry.objects.visible_to(self.visitor).order_by("scheme", "code")
        return list(rows.only("slug", "code", "level", "parent", "name_zh", "name_en"))

    @property
    def visitor(self):
        return self.request.user if self.request else None

    def has_section(self) -> bool:
        """Whether a top level of the industries was chosen, which stands for all below it."""
        chosen = self.form.cleaned_data["industry"]
        return any(one.slug in chosen and not one.parent_id for one in self.industries)

    def hide_empty_choices(self) -> None:
        """Take away boxes of which none is left after counting."""
        for name in [name for name, one in self.filters.items() if isinstance(one, Choices)]:
            if not self.form.fields[name].widget.choices:
                del self.form.fields[name]

    def filter_industry(self, zones: QuerySet, name: str, slugs: list[str]) -> QuerySet:
        """Zones that name one of the industries, or one below a section given."""
        if not slugs:
            return zones
        named = Industry.objects.filter(Q(slug__in=slugs) | Q(parent__slug__in=slugs))
        links = Zone.industries.through.objects.filter(industry__in=named)
        return zones.filter(pk__in=links.values("zone"))
