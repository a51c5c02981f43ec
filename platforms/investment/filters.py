"""Filters of the list of opportunities, shared by page and API."""

from datetime import timedelta
from decimal import Decimal

from django import forms
from django.db.models import Case, F, Func, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django_filters import filters

from association.lib.dates import ChinaToday, today
from association.lib.facets import Facet
from association.lib.filters import CodeFilter, SearchFilter, StrictFilterSet
from platforms.investment.models import Mode, Opportunity
from zones.directory.facets import province_facet
from zones.directory.models import Province, Reach
from zones.industries.facets import industry_facet
from zones.industries.models import Industry

SOON_DAYS = 30
# Bands of the amount in the currency of the entry; an entry fits if its range touches the band.
BANDS = {
    "under-50m": (_("below 50 million"), None, Decimal(50_000_000)),
    "50m-300m": (_("50 to 300 million"), Decimal(50_000_000), Decimal(300_000_000)),
    "300m-1b": (_("300 million to 1 billion"), Decimal(300_000_000), Decimal(1_000_000_000)),
    "over-1b": (_("1 billion and more"), Decimal(1_000_000_000), None),
}
STATES = [("open", _("open")), ("soon", _("closing soon")), ("closed", _("closed"))]


OPEN_FIRST = Case(
    When(
        Q(valid_until=None) | Q(valid_until__gte=ChinaToday()),
        status="published",
        then=Value(0),
    ),
    default=Value(1),
)


class OpportunityFilter(StrictFilterSet):
    """Search, industry, province, reach, mode, amount band, open or closing soon; sort."""

    q = SearchFilter()
    state = filters.ChoiceFilter(
        label=_("State"), choices=STATES, empty_label=_("all"), method="by_state"
    )
    industry = CodeFilter(
        label=_("Industry"), queryset=Industry.objects.order_by("code"), method="by_industry"
    )
    region = CodeFilter(
        label=_("Province"), queryset=Province.objects.order_by("code"), method="by_region"
    )
    reach = filters.MultipleChoiceFilter(
        label=_("Reach"),
        field_name="zone__reach",
        choices=Reach.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    mode = filters.MultipleChoiceFilter(
        label=_("Way of cooperation"),
        choices=Mode.choices,
        method="by_mode",
        widget=forms.CheckboxSelectMultiple,
    )
    amount = filters.ChoiceFilter(
        label=_("Investment amount"),
        choices=[(code, band[0]) for code, band in BANDS.items()],
        empty_label=_("any amount"),
        method="by_amount",
    )

    sorts = {
        "newest": (_("Newest"), OPEN_FIRST, "-published_at"),
        "closing": (_("Closing first"), F("valid_until").asc(nulls_last=True)),
        "amount": (_("Largest investment"), F("investment_max").desc(nulls_last=True)),
    }
    facets = {
        "industry": industry_facet("industries__"),
        "region": province_facet("zone__province__"),
        "reach": Facet("zone__reach"),
        "mode": Facet(Func(F("modes"), function="unnest")),
    }

    class Meta:
        model = Opportunity
        fields: list[str] = []

    def by_state(self, rows, name, value):
        if value == "open":
            return rows.open_on()
        if value == "soon":
            return rows.open_on().filter(valid_until__lte=today() + timedelta(days=SOON_DAYS))
        return rows.filter(~Q(status="published") | Q(valid_until__lt=today()))

    def by_industry(self, rows, name, chosen):
        return rows.in_industries(chosen) if chosen else rows

    def by_region(self, rows, name, value):
        return rows.filter(zone__province__in=value) if value else rows

    def by_mode(self, rows, name, value):
        return rows.filter(modes__overlap=value) if value else rows

    def by_amount(self, rows, name, value):
        _label, low, high = BANDS[value]
        known = Q(investment_min__isnull=False) | Q(investment_max__isnull=False)
        if low is not None:
            known &= Q(investment_max__gte=low) | Q(investment_max__isnull=True)
        if high is not None:
            known &= Q(investment_min__lt=high) | Q(investment_min__isnull=True)
        return rows.filter(known)
