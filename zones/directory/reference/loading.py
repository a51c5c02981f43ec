"""Loads all reference files in one transaction, or none."""

from collections.abc import Mapping
from pathlib import Path

import pghistory
from django.db import transaction

from zones.directory.reference import code_lists, zone_files
from zones.directory.reference.merging import Merge, Outcome, Record
from zones.directory.reference.organisations import provide_organisations
from zones.directory.reference.reading import BrokenReference, Table, read_table
from zones.directory.reference.sources import Known, Source

SOURCES = [*code_lists.SOURCES, *zone_files.SOURCES]


def load(folder: Path | None = None, *, check: bool = False) -> list[Outcome]:
    """Merge the reference files into the database; with `check` everything is undone again.

    `folder` holds other copies of all files. Raises BrokenReference before anything is written.
    """
    records = read_all(folder)
    zone_records = [record for source in zone_files.SOURCES for record in records[source.label]]
    outcomes: list[Outcome] = []
    with transaction.atomic(), pghistory.context(command="load_reference"):
        outcomes += [_merge(source, records) for source in code_lists.SOURCES]
        outcomes.append(provide_organisations(zone_records))
        outcomes += [_merge(source, records) for source in zone_files.SOURCES]
        transaction.set_rollback(check)
    return outcomes


def read_all(folder: Path | None = None) -> dict[str, list[Record]]:
    """Records by label of their source; raises BrokenReference with every fault of every file.

    Faults of single lines come first: an unread province would make all its zones look wrong.
    """
    tables: dict[str, Table] = {}
    known = Known()
    for source in SOURCES:
        if source.file not in tables:
            path = (folder or source.folder) / source.file
            tables[source.file] = read_table(path, source.columns, source.key)
    _refuse_broken(tables)
    for source in SOURCES:
        for row in tables[source.file].rows:
            source.announce(row, known)
    records = {source.label: _records(source, tables, known) for source in SOURCES}
    _refuse_broken(tables)
    return records


def _refuse_broken(tables: Mapping[str, Table]) -> None:
    faults = [fault for table in tables.values() for fault in table.faults]
    if faults:
        raise BrokenReference(list(dict.fromkeys(faults)))


def _records(source: Source, tables: Mapping[str, Table], known: Known) -> list[Record]:
    found = (source.record(row, known) for row in tables[source.file].rows)
    return [record for record in found if record]


def _merge(source: Source, records: Mapping[str, list[Record]]) -> Outcome:
    return Merge(source.target, source.label).run(records[source.label])
