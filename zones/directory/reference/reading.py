"""CSV files read strictly: every fault is told with file, line and column."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Parser = Callable[[str], Any]


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a file; `line` counts from 1, the header included."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}"
        return (
            f"{where}, column {self.column}: {self.message}"
            if self.column
            else (f"{where}: {self.message}")
        )


class BrokenReference(Exception):
    """The files cannot be loaded; `faults` says why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass
class Table:
    """A file with its rows and what is wrong with it."""

    file: str
    rows: list["Row"] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def refuse(self, line: int, column: str, message: str) -> None:
        self.faults.append(Fault(self.file, line, column, message))


@dataclass
class Row:
    """One line of a file, its values parsed; `row["slug"]`."""

    table: Table
    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def refuse(self, column: str, message: str) -> None:
        """Note a fault that shows only in comparison with other files."""
        self.table.refuse(self.line, column, message)


def read_table(path: Path, columns: Mapping[str, Parser], key: str) -> Table:
    """The rows of `path`; columns not named in `columns` are ignored, faults are collected.

    `key` is the column whose value may occur only once.
    """
    table = Table(path.name)
    text = _decoded(path, table)
    if text is None:
        return table
    lines = _records(text, table)
    _, header = next(lines, (1, []))
    if not _has_columns(header, columns, table):
        return table
    for line, cells in lines:
        if cells:
            _add_row(table, line, header, cells, columns)
    _refuse_repeated(table, key)
    return table


def _decoded(path: Path, table: Table) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        table.refuse(1, "", "the file is missing.")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        table.refuse(line, "", "the file is not UTF-8 text.")
    return None


def _records(text: str, table: Table) -> Iterator[tuple[int, list[str]]]:
    """(line at which the record starts, cells)."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            table.refuse(line, "", f"not a line of a CSV file ({error}).")
            return


def _has_columns(header: list[str], columns: Mapping[str, Parser], table: Table) -> bool:
    for name in columns:
        if header.count(name) != 1:
            message = "occurs twice." if name in header else "the column is missing."
            table.refuse(1, name, message)
    return not table.faults


def _add_row(
    table: Table, line: int, header: list[str], cells: list[str], columns: Mapping[str, Parser]
) -> None:
    if len(cells) != len(header):
        last = header[min(len(cells), len(header)) - 1]
        message = f"the line has {len(cells)} fields instead of {len(header)}."
        table.refuse(line, last, message)
        return
    row = Row(table, line, {})
    for name, cell in zip(header, cells, strict=True):
        if name in columns:
            _parse_cell(row, name, cell, columns[name])
    if len(row.values) == len(columns):
        table.rows.append(row)


def _parse_cell(row: Row, name: str, cell: str, parse: Parser) -> None:
    try:
        row.values[name] = parse(cell)
    except ValueError as error:
        row.refuse(name, str(error))


def _refuse_repeated(table: Table, key: str) -> None:
    first_line: dict[Any, int] = {}
    for row in table.rows:
        if row[key] in first_line:
            row.refuse(key, f"“{row[key]}” stands already in line {first_line[row[key]]}.")
        first_line.setdefault(row[key], row.line)
