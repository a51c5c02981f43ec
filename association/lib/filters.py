"""Filters of lists, shared by page and API: every value is typed and bounded before SQL sees it.

Stock django-filter lets regular expressions, untyped lists and numbers without bounds through to
PostgreSQL, which answers them with an error. A `StrictFilterSet` refuses to be declared with such
filters and turns a bad value into a form error: 400 beside the filter on a page, 400 in the API.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import (
    DecimalValidator,
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
)
from django.db.models import BooleanField, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import filters
from django_filters.fields import BaseCSVField
from django_filters.filterset import FilterSet

PAGING = frozenset({"page", "page_size", "format", "lang"})
RESERVED = PAGING | {"sort", "ordering"}
MOST_VALUES = 100
LONGEST_TEXT = 200
INT8 = (-(2**63), 2**63 - 1)
# No quantity in the portal has more digits; longer ones overflow PostgreSQL's numeric.
AMOUNT = Decimal(10) ** 18
DAYS = (date(1900, 1, 1), date(2199, 12, 31))


class FewValues:
    """A list of values may hold at most MOST_VALUES."""

    def __call__(self, values: Any) -> None:
        if len(values) > MOST_VALUES:
            raise ValidationError(
                _("Give at most %(limit)s values."), "too_many", {"limit": MOST_VALUES}
            )


class SaneDay:
    """A day or an instant within the years that the portal can be about."""

    def __call__(self, value: date) -> None:
        day = value.date() if isinstance(value, datetime) else value
        if not DAYS[0] <= day <= DAYS[1]:
            raise ValidationError(_("Enter a date between 1900 and 2199."), "date_out_of_range")


# The first that fits counts: Django derives the fields for fractions from the one for integers.
BOUNDS: tuple[tuple[type[forms.Field], tuple[Any, ...]], ...] = (
    (forms.FloatField, (MinValueValidator(-AMOUNT), MaxValueValidator(AMOUNT))),
    (
        forms.DecimalField,
        (MinValueValidator(-AMOUNT), MaxValueValidator(AMOUNT), DecimalValidator(27, 8)),
    ),
    (forms.IntegerField, (MinValueValidator(INT8[0]), MaxValueValidator(INT8[1]))),
    (forms.DateTimeField, (SaneDay(),)),
    (forms.DateField, (SaneDay(),)),
    (forms.MultipleChoiceField, (FewValues(),)),
    (forms.ModelMultipleChoiceField, (FewValues(),)),
    (forms.CharField, (MaxLengthValidator(LONGEST_TEXT),)),
)


def bound(field: forms.Field) -> None:
    """Give a form field the limits of its type; the parts of a range get theirs."""
    for part in getattr(field, "fields", ()):
        bound(part)
    rules = next((rules for kind, rules in BOUNDS if isinstance(field, kind)), ())
    field.validators = [
        *field.validators,
        *(rule for rule in rules if rule not in field.validators),
    ]


class ListField(BaseCSVField):
    """Values parted by commas; their number is checked before any of them is."""

    def clean(self, value: Any) -> Any:
        if value is not None:
            FewValues()(value)
        return super().clean(value)


class InFilter(filters.BaseInFilter):
    """`?code=a,b`: mix it with a typed filter, `class CodeIn(InFilter, CharFilter)`."""

    base_field_class = ListField


class NumberInFilter(InFilter, filters.NumberFilter):
    """A list of numbers."""

    def get_max_validator(self) -> None:
        # The validator of NumberFilter compares the whole list; `bound` limits each number.
        return None


class CharInFilter(InFilter, filters.CharFilter):
    """A list of texts; only for text columns."""


class SearchFilter(filters.CharFilter):
    """`q`: words handed to the queryset's own `search`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Search"))
        options.setdefault("max_length", LONGEST_TEXT)
        super().__init__(**options)

    def filter(self, qs: Any, value: str) -> QuerySet:
        return qs.search(value) if value else qs


class FlagFilter(filters.TypedChoiceFilter):
    """Yes or no; anything else is refused (stock BooleanFilter takes it for "not asked")."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("choices", [("true", _("Yes")), ("false", _("No"))])
        options.setdefault("coerce", lambda text: text == "true")
        super().__init__(*args, **options)


class CodeFilter(filters.ModelMultipleChoiceFilter):
    """Rows of a code list, named by their slug in the address; any of them fits."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("to_field_name", "slug")
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        options.setdefault("distinct", False)
        super().__init__(**options)


class SortFilter(filters.ChoiceFilter):
    """`sort`: one of the FilterSet's named orders, the first by default; ties end with pk."""

    def __init__(self, sorts: Mapping[str, tuple[Any, ...]]) -> None:
        self.sorts = sorts
        choices = [(name, label) for name, (label, *_order) in sorts.items()]
        super().__init__(label=_("Sort by"), choices=choices, empty_label=None)

    def filter(self, qs: Any, value: str) -> QuerySet:
        _label, *order = self.sorts[value or next(iter(self.sorts))]
        # What depends on the reader's language is a function, called for each list.
        terms = [term() if callable(term) else term for term in order]
        return qs.order_by(*terms, "pk")


class StrictFilterSet(FilterSet):
    """Base of every FilterSet.

    `sorts = {"name": (_("Name"), "name_key"), "newest": (_("Newest"), "-published_at")}` adds the
    parameter `sort`: label, then any number of order_by() terms, or functions that give one; pk is
    appended.
    """

    sorts: Mapping[str, tuple[Any, ...]] = {}
    FILTER_DEFAULTS = {
        **FilterSet.FILTER_DEFAULTS,
        BooleanField: {"filter_class": FlagFilter},
    }

    @classmethod
    def get_filters(cls) -> dict[str, filters.Filter]:
        found = super().get_filters()
        for name, one in found.items():
            refuse_unsafe(cls, name, one)
        if cls.sorts:
            found["sort"] = SortFilter(cls.sorts)
        return found

    def get_form_class(self) -> type[forms.Form]:
        form = super().get_form_class()
        for field in form.base_fields.values():
            bound(field)
        return form

    def parameters(self) -> Iterator[str]:
        """Every query parameter that the filters read (a range reads several)."""
        for name, field in self.form.fields.items():
            suffixes = getattr(field.widget, "suffixes", None)
            if suffixes:
                yield from (field.widget.suffixed(name, suffix) for suffix in suffixes)
            else:
                yield name

    def unknown(self) -> list[str]:
        """Parameters of the address that mean nothing here: refused by the API."""
        known = {*self.parameters(), *PAGING}
        return sorted(name for name in self.data if name not in known)

    def found(self) -> QuerySet:
        """The filtered rows; none when a value was refused."""
        return self.qs if self.is_valid() else self.queryset.none()


def refuse_unsafe(cls: type, name: str, one: filters.Filter) -> None:
    """ImproperlyConfigured for a filter that would hand SQL something unchecked."""
    reason = ""
    if name in RESERVED:
        reason = "the name is reserved"
    elif "regex" in str(one.lookup_expr):
        reason = "regular expressions are not offered"
    elif isinstance(one, filters.BaseCSVFilter) and not isinstance(one, InFilter):
        reason = "use NumberInFilter, CharInFilter or another InFilter"
    elif type(one) in (filters.Filter, InFilter, filters.BooleanFilter):
        reason = "use a typed filter"
    if reason:
        raise ImproperlyConfigured(f"{cls.__name__}.{name}: {reason}.")
