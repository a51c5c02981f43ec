"""Three-way merge: what the file says, what the last load wrote, what stands in the database.

A value that differs from what the last load wrote was corrected by the secretariat and is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone

from association.lib.fields import NameKeyField

NOTHING = ("", None, [], False)


@dataclass(frozen=True)
class Target:
    """A model and how its rows are named in files: foreign keys and lists by natural key."""

    model: type[models.Model]
    key: tuple[str, ...] = ("slug",)
    references: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Record:
    """What a file says of one row, in plain values: text, numbers, natural keys."""

    values: dict[str, Any]
    lists: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Outcome:
    """What a load did with the rows of one file; `kept` names each corrected value."""

    file: str
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Settlement:
    """The answer of `settle`: what to write, what to remember, what was corrected."""

    updates: dict[str, Any]
    reference: dict[str, Any]
    kept: list[str]


def settle(
    current: Mapping[str, Any], reference: Mapping[str, Any], wanted: Mapping[str, Any]
) -> Settlement:
    """Decide for each value of `wanted` whether to write it, all in plain values."""
    answer = Settlement({}, dict(reference), [])
    for name, new in wanted.items():
        now = current[name]
        is_untouched = now == reference[name] if name in reference else now in NOTHING
        if now != new and not is_untouched:
            answer.kept.append(name)
            continue
        answer.reference[name] = new
        if now != new:
            answer.updates[name] = new
    return answer


class Merge:
    """Merges records into one table in a fixed number of statements."""

    def __init__(self, target: Target, file: str) -> None:
        self.target, self.outcome = target, Outcome(file)
        self.model = target.model
        self.pks = {name: self._natural_keys(name) for name in (*target.references, *target.lists)}
        self.keys = {name: {pk: key for key, pk in pks.items()} for name, pks in self.pks.items()}

    def run(self, records: Sequence[Record]) -> Outcome:
        rows = {self._key_of(row): row for row in self.model._default_manager.all()}
        members = {name: self._members(name) for name in self.target.lists}
        new: list[tuple[models.Model, Record]] = []
        written: list[tuple[models.Model, set[str], dict[str, list[str]]]] = []
        for record in records:
            key = tuple(str(record.values[name]) for name in self.target.key)
            row = rows.get(key)
            if row is None:
                new.append((self._built(record), record))
                self.outcome.added.append("/".join(key))
            else:
                lists = {name: members[name].get(row.pk, []) for name in self.target.lists}
                written.append(self._merged("/".join(key), row, record, lists))
        self._create(new)
        self._update(written)
        return self.outcome

    def _merged(self, key: str, row, record: Record, lists: dict[str, list[str]]):
        wanted = self._wanted(record)
        current = {name: self._plain(name, self._read(row, name)) for name in record.values}
        answer = settle({**current, **lists}, row.reference_values, wanted)
        if answer.kept:
            self.outcome.kept[key] = answer.kept
        if answer.updates:
            self.outcome.changed.append(key)
        elif not answer.kept:
            self.outcome.unchanged.append(key)
        columns = {name for name in answer.updates if name not in lists}
        for name in columns:
            self._write(row, name, record.values[name])
        if answer.reference != row.reference_values:
            row.reference_values = answer.reference
            columns.add("reference_values")
        changed_lists = {name: answer.updates[name] for name in lists if name in answer.updates}
        return row, columns, changed_lists

    def _wanted(self, record: Record) -> dict[str, Any]:
        plain = {name: self._plain(name, value) for name, value in record.values.items()}
        return {**plain, **{name: sorted(keys) for name, keys in record.lists.items()}}

    def _built(self, record: Record) -> models.Model:
        row = self.model(reference_values=self._wanted(record))
        for name, value in record.values.items():
            self._write(row, name, value)
        return row

    def _create(self, new: list[tuple[models.Model, Record]]) -> None:
        self.model._default_manager.bulk_create([row for row, _ in new])
        for name in self.target.lists:
            self._link(name, {row.pk: record.lists[name] for row, record in new})

    def _update(self, written) -> None:
        columns = set().union(*(names for _, names, _ in written))
        rows = [row for row, names, lists in written if names or lists]
        if columns:
            columns |= self._refreshed(rows)
            self.model._default_manager.bulk_update(rows, sorted(columns), batch_size=200)
        for name in self.target.lists:
            changed = {row.pk: lists[name] for row, _, lists in written if name in lists}
            if changed:
                self._through(name).filter(**{f"{self._own_column(name)}__in": changed}).delete()
                self._link(name, changed)

    def _refreshed(self, rows: list[models.Model]) -> set[str]:
        """`bulk_update` writes what it is given: search keys and dates are brought up to date."""
        names = set()
        for column in self.model._meta.concrete_fields:
            if isinstance(column, NameKeyField):
                names.add(column.name)
                for row in rows:
                    column.pre_save(row, False)
            elif getattr(column, "auto_now", False):
                names.add(column.name)
                for row in rows:
                    setattr(row, column.name, timezone.now())
        return names

    def _link(self, name: str, keys_by_pk: Mapping[int, Sequence[str]]) -> None:
        relation = self.model._meta.get_field(name)
        own, other = f"{relation.m2m_field_name()}_id", f"{relation.m2m_reverse_field_name()}_id"
        through = relation.remote_field.through
        through.objects.bulk_create(
            through(**{own: pk, other: self.pks[name][key]})
            for pk, keys in keys_by_pk.items()
            for key in keys
        )

    def _members(self, name: str) -> dict[int, list[str]]:
        """Sorted natural keys of a list by primary key of its row."""
        relation = self.model._meta.get_field(name)
        found: dict[int, list[str]] = {}
        for own, other in self._through(name).values_list(
            relation.m2m_field_name(), relation.m2m_reverse_field_name()
        ):
            found.setdefault(own, []).append(self.keys[name][other])
        return {pk: sorted(keys) for pk, keys in found.items()}

    def _through(self, name: str):
        return self.model._meta.get_field(name).remote_field.through.objects

    def _own_column(self, name: str) -> str:
        return self.model._meta.get_field(name).m2m_field_name()

    def _natural_keys(self, name: str) -> dict[str, int]:
        related = self.model._meta.get_field(name).related_model
        key = self.target.references.get(name) or self.target.lists[name]
        return dict(related._default_manager.values_list(key, "pk"))

    def _key_of(self, row: models.Model) -> tuple[str, ...]:
        return tuple(str(self._read(row, name)) for name in self.target.key)

    def _read(self, row: models.Model, name: str) -> Any:
        if name in self.target.references:
            return self.keys[name].get(getattr(row, f"{name}_id"), "")
        return getattr(row, name)

    def _write(self, row: models.Model, name: str, value: Any) -> None:
        if name in self.target.references:
            setattr(row, f"{name}_id", self.pks[name][value] if value else None)
        else:
            setattr(row, name, value)

    def _plain(self, name: str, value: Any) -> Any:
        """Decimals as text with the column's digits, so that JSON keeps them exactly."""
        if isinstance(value, Decimal):
            return f"{value:.{self.model._meta.get_field(name).decimal_places}f}"
        return value
