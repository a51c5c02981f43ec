"""How many rows each choice of a filter would leave, for all filters of a list in one query."""

from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast

from association.lib.filters import StrictFilterSet

Counts = dict[str, dict[str, int]]


def facet_counts(filterset: StrictFilterSet, paths: Mapping[str, Any]) -> Counts:
    """filter name → choice → rows, each count under all the other filters but its own.

    `paths` names for each filter the column (or expression) that its choices are values of.
    """
    if not filterset.is_valid():
        return {name: {} for name in paths}
    parts = [
        _counted(_without(filterset, name), name, F(path) if isinstance(path, str) else path)
        for name, path in paths.items()
    ]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    counts: Counts = {name: {} for name in paths}
    for name, value, number in rows:
        if value is not None:
            counts[name][value] = number
    return counts


def _counted(rows: QuerySet, name: str, column: Any) -> QuerySet:
    values = rows.order_by().values(choice=Cast(column, CharField()))
    counted = values.annotate(number=Count("pk", distinct=True))
    return counted.annotate(facet=Value(name, CharField())).values_list("facet", "choice", "number")


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
    for name, numbers in counts.items():
        field = filterset.form.fields[name]
        taken = set(filterset.data.getlist(name)) if hasattr(filterset.data, "getlist") else set()
        field.widget.choices = [
            (str(value), f"{label} ({numbers.get(str(value), 0)})")
            for value, label in field.choices
            if str(value) in numbers or str(value) in taken
        ]
