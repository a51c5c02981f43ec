"""Compare the rows of a file with the register: what is faulty, new, changed, unchanged."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from association.lib.text import fold
from association.members.importing.columns import COLUMNS, REQUIRED
from association.members.importing.matching import Register
from association.members.importing.reading import FAULTS
from association.members.models import Organisation

Kind = Organisation.Kind
Trouble = tuple[str, ValidationError]  # column and what is wrong with it


@dataclass(frozen=True)
class Fault:
    """One faulty cell; `reason` is in the language that is active when it is read."""

    row: int
    column: str
    letter: str
    value: str
    error: ValidationError

    @property
    def reason(self) -> str:
        return " ".join(self.error.messages)

    @property
    def label(self) -> str:
        return str(Organisation._meta.get_field(self.column).verbose_name)

    @property
    def cell(self) -> str:
        return f"{self.letter}{self.row}"


@dataclass(frozen=True)
class Row:
    """One row that can be written: the organisation it meets, and the values that differ."""

    number: int
    target: Organisation | None
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def state(self) -> str:
        if self.target is None:
            return "new"
        return "changed" if self.after else "unchanged"

    @property
    def name(self) -> str:
        return self.after.get("name_zh") or (self.target.name_zh if self.target else "—")

    @property
    def differences(self) -> list[tuple[str, Any, Any]]:
        """Label of the field, before, after."""
        fields = [Organisation._meta.get_field(name) for name in COLUMNS if name in self.after]
        return [
            (str(field.verbose_name), shown(field, self.before), shown(field, self.after))
            for field in fields
        ]


def shown(field: Any, values: dict[str, Any]) -> str:
    """A value as a person reads it; a dash for none."""
    value = values.get(field.name) or "—"
    return str(dict(field.flatchoices).get(value, value))


@dataclass
class Plan:
    """What writing the file would do."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @cached_property
    def counts(self) -> Counter:
        return Counter(row.state for row in self.rows)

    @cached_property
    def digest(self) -> str:
        """Changes when the file or the part of the register that it meets changes."""
        facts = [
            [row.number, row.target and row.target.pk, row.before, row.after] for row in self.rows
        ]
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def is_writable(self) -> bool:
        return not self.faults and bool(self.counts["new"] or self.counts["changed"])


def plan_of(sheet: dict[str, Any]) -> Plan:
    """The plan for a sheet as `read_sheet` gives it; two queries whatever its length."""
    rows = [(number, cells, *cleaned(cells)) for number, cells in sheet["rows"]]
    register = Register([values for _number, _cells, values, _errors in rows])
    twice = Twice()
    plan = Plan()
    for number, cells, values, errors in rows:
        target, unclear = register.match(values)
        found = [*errors, *unclear, *twice.errors(number, values)]
        for column, error in found:
            text = cells.get(column, ["", ""])[0]
            letter = sheet["letters"].get(column, "")
            plan.faults.append(Fault(number, column, letter, text, error))
        if not found:
            plan.rows.append(compared(number, target, values))
    return plan


def cleaned(cells: dict[str, list[str]]) -> tuple[dict[str, str], list[Trouble]]:
    """The values of a row that are right, and what is wrong with the others."""
    empty = ValidationError(_("This cell must not be empty."))
    values: dict[str, str] = {}
    errors: list[Trouble] = [(column, empty) for column in REQUIRED if column not in cells]
    for column, (text, fault) in cells.items():
        try:
            values[column] = clean_cell(column, text, fault)
        except ValidationError as error:
            errors.append((column, error))
    return values, errors


def clean_cell(column: str, text: str, fault: str) -> str:
    """The value that the field of the model makes of a cell; raises ValidationError."""
    if fault:
        raise ValidationError(FAULTS[fault], fault)
    if column == "kind":
        if fold(text) not in kinds():
            raise ValidationError(_("This kind is not known, or cannot be imported."), "kind")
        return kinds()[fold(text)]
    return Organisation._meta.get_field(column).clean(text, None)


@cache
def kinds() -> dict[str, str]:
    """Code and labels of both languages → kind; the association itself cannot be imported."""
    found = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            for code, label in Kind.choices:
                found |= {fold(code): code, fold(str(label)): code}
    return {text: code for text, code in found.items() if code != Kind.ASSOCIATION}


class Twice:
    """Notes which codes and names the file has had, to name the row that had them first."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, str], int] = {}

    def errors(self, number: int, values: dict[str, str]) -> list[Trouble]:
        # Two bodies may bear one name; without a code for each nobody could tell them apart.
        keys = ["credit_code"] if values.get("credit_code") else ["name_zh"]
        found = []
        for column in keys:
            if column in values:
                row = self.first.setdefault((column, values[column]), number)
                if row != number:
                    sentence = _("The same value is already in row %(row)d.")
                    found.append((column, ValidationError(sentence, "twice", {"row": row})))
        return found


def compared(number: int, target: Organisation | None, values: dict[str, str]) -> Row:
    """What would change; an empty cell leaves the value as it is."""
    if target is None:
        return Row(number, None, {}, values)
    after = {name: value for name, value in values.items() if getattr(target, name) != value}
    before = {name: getattr(target, name) or "" for name in after}
    return Row(number, target, before, after)
