"""How many rows each choice of a filter would leave, for all filters of a list in one query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast

from association.lib.bilingual import current
from association.lib.filters import StrictFilterSet


@dataclass(frozen=True)
class Facet:
    """A column (or expression) whose values are the choices of a filter.

    `label_zh` and `label_en` are expressions for its words where the choices are rows of a code
    list: they come along with the counts, so that the list itself need not be read.
    """

    path: Any
    label_zh: Any = None
    label_en: Any = None


@dataclass
class Counted:
    """The counts of one filter: choice → rows, and choice → words where the facet gives them."""

    numbers: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)


Counts = dict[str, Counted]


def facet_counts(filterset: StrictFilterSet, facets: Mapping[str, Facet]) -> Counts:
    """filter name → counts, each under all the other filters but its own; one query."""
    counts: Counts = {name: Counted() for name in facets}
    if not filterset.is_valid():
        return counts
    parts = [_rows(_without(filterset, name), name, facet) for name, facet in facets.items()]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    for name, value, label, number in rows:
        if value is not None:
            counts[name].numbers[value] = number
            if label:
                counts[name].labels[value] = label
    return counts


def _rows(rows: QuerySet, name: str, facet: Facet) -> QuerySet:
    words = facet.label_en if current() == "en" else facet.label_zh
    values = rows.order_by().values(
        choice=Cast(_column(facet.path), CharField()),
        words=Value("") if words is None else Cast(_column(words), CharField()),
    )
    counted = values.annotate(number=Count("pk", distinct=True), facet=Value(name, CharField()))
    return counted.values_list("facet", "choice", "words", "number")


def _column(path: Any) -> Any:
    return F(path) if isinstance(path, str) else path


def _without(filterset: StrictFilterSet, left_out: str) -> QuerySet:
    rows = filterset.queryset.all()
    for name, value in filterset.form.cleaned_data.items():
        if name not in (left_out, "sort"):
            rows = filterset.filters[name].filter(rows, value)
    return rows


def label_choices(filterset: StrictFilterSet, counts: Counts) -> None:
    """Write the counts into the labels of the choices, and drop choices that would find nothing.

    A choice that is taken stays, so that it can be given up.
    """
    for name, counted in counts.items():
        widget = filterset.form.fields[name].widget
        widget.choices = [
            (value, f"{label} ({counted.numbers.get(value, 0)})")
            for value, label in _choices(filterset, name, counted)
        ]


def _choices(filterset: StrictFilterSet, name: str, counted: Counted) -> list[tuple[str, Any]]:
    """Choices to show: those with rows and those taken; the code list is read only for the rest."""
    getlist = getattr(filterset.data, "getlist", None)
    taken = set(getlist(name)) if getlist else set()
    if counted.labels and taken <= counted.labels.keys():
        return sorted(counted.labels.items(), key=lambda pair: pair[0])
    choices = [(str(value), label) for value, label in filterset.form.fields[name].choices]
    return [pair for pair in choices if pair[0] in counted.numbers or pair[0] in taken]
