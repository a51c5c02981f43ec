"""How many rows each choice of a filter would leave, for all filters of a list in one query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast

from association.lib.bilingual import current
from association.lib.filters import StrictFilterSet

LONG = 13  # choices; a longer list scrolls


@dataclass(frozen=True)
class Facet:
    """A column (or expression) whose values are the choices of a filter.

    `label_zh` and `label_en` are expressions for its words where the choices are rows of a code
    list: they come along with the counts, so that the list itself need not be read. Such choices
    are sorted by the text of `order`.
    """

    path: Any
    label_zh: Any = None
    label_en: Any = None
    order: Any = None


@dataclass
class Counted:
    """The counts of one filter: choice → rows; words and place in the list where it gives them."""

    numbers: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def add(self, choice: str, words: str, place: str, number: int) -> None:
        self.numbers[choice] = number
        if words:
            self.labels[choice], self.places[choice] = words, place

    def take(self, choice: str, other: "Counted") -> None:
        """Take over what `other` has counted for a choice."""
        if choice in other.numbers:
            words, place = other.labels.get(choice, ""), other.places.get(choice, "")
            self.add(choice, words, place, other.numbers[choice])

    def words(self) -> list[tuple[str, str]]:
        """Choices with their words, in the order of the code list."""
        return sorted(self.labels.items(), key=lambda pair: (self.places[pair[0]], pair[0]))


Counts = dict[str, Counted]


def facet_counts(filterset: StrictFilterSet, facets: Mapping[str, Facet]) -> Counts:
    """filter name → counts, each under all the other filters but its own; one query.

    A filter whose value was refused holds nothing back, so that its choices can still be seen.
    """
    counts: Counts = {name: Counted() for name in facets}
    filterset.is_valid()
    parts = [_rows(_without(filterset, name), name, facet) for name, facet in facets.items()]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    for name, value, label, place, number in rows:
        if value is not None:
            counts[name].add(value, label, place, number)
    return counts


def _rows(rows: QuerySet, name: str, facet: Facet) -> QuerySet:
    words = facet.label_en if current() == "en" else facet.label_zh
    values = rows.order_by().values(
        choice=_text(facet.path), words=_text(words), place=_text(facet.order)
    )
    counted = values.annotate(number=Count("pk", distinct=True), facet=Value(name, CharField()))
    return counted.values_list("facet", "choice", "words", "place", "number")


def _text(path: Any) -> Any:
    if path is None:
        return Value("")
    return Cast(F(path) if isinstance(path, str) else path, CharField())


def _without(filterset: StrictFilterSet, left_out: str) -> QuerySet:
    rows = filterset.queryset.all()
    for name, value in filterset.form.cleaned_data.items():
        if name not in (left_out, "sort"):
            rows = filterset.filters[name].filter(rows, value)
    return rows


def label_choices(filterset: StrictFilterSet, counts: Counts) -> None:
    """Write the counts into the labels of the choices, and drop choices that would find nothing.

    A choice that is taken stays, so that it can be given up; in a long list it comes first.
    """
    getlist = getattr(filterset.data, "getlist", None)
    for name, counted in counts.items():
        taken = set(getlist(name)) if getlist else set()
        choices = _choices(filterset, name, counted, taken)
        if len(choices) > LONG:
            choices.sort(key=lambda pair: pair[0] not in taken)
        filterset.form.fields[name].widget.choices = [
            (value, f"{label} ({counted.numbers.get(value, 0)})") for value, label in choices
        ]


def _choices(
    filterset: StrictFilterSet, name: str, counted: Counted, taken: set[str]
) -> list[tuple[str, Any]]:
    """Choices to show: those with rows and those taken; the code list is read only for the rest."""
    if counted.labels and taken <= counted.labels.keys():
        return counted.words()
    choices = [(str(value), label) for value, label in filterset.form.fields[name].choices]
    return [pair for pair in choices if pair[0] in counted.numbers or pair[0] in taken]
