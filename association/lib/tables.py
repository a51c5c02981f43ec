"""Lists as files: CSV and XLSX that no spreadsheet takes for formulas."""

import csv
import io
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any
from urllib.parse import quote

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

# What makes a spreadsheet read a cell as a formula; the full-width forms are folded on import.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767  # characters, the limit of XLSX
ROWS_AT_ONCE = 200
WIDEST_COLUMN = 60
NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
BOM = "\ufeff"  # without it Excel reads UTF-8 as the local code page
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Column:
    """One column: its heading and what it says of a row."""

    label: Any
    value: Callable[[Any], Any]


def write_csv(rows: Iterable[Any], columns: Sequence[Column]) -> Iterator[str]:
    """The table as chunks of text with byte order mark, in the language that is active now."""
    language = translation.get_language()
    heading = [text_of(column.label) for column in columns]

    def chunks() -> Iterator[str]:
        yield BOM + _csv_text([heading])
        remaining = iter(rows)
        # The server reads a stream after the request's own language is gone.
        while batch := list(islice(remaining, ROWS_AT_ONCE)):
            with translation.override(language):
                text = _csv_text([[text_of(one.value(row)) for one in columns] for row in batch])
            yield text

    return chunks()


def write_xlsx(rows: Iterable[Any], columns: Sequence[Column], sheet_name: Any = "") -> Any:
    """The table as an open temporary file, written row by row; the caller closes it.

    What a sheet may not be called by is left out of `sheet_name`.
    """
    file = tempfile.TemporaryFile()  # noqa: SIM115 the response closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(NO_SHEET_NAME.sub(" ", str(sheet_name)).strip()[:31] or None)
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(columns):
            heading = text_of(column.label)
            sheet.set_column(index, index, min(WIDEST_COLUMN, 10 + len(heading)))
            sheet.write_string(0, index, heading, bold)
        for number, row in enumerate(rows, start=1):
            for index, column in enumerate(columns):
                _write_cell(sheet, number, index, column.value(row))
    file.seek(0)
    return file


def csv_response(
    name: str, rows: Iterable[Any], columns: Sequence[Column], title: Any = ""
) -> StreamingHttpResponse:
    """A download named `name`.csv; a plain text has no place for a title."""
    response = StreamingHttpResponse(
        write_csv(rows, columns), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    return response


def xlsx_response(
    name: str, rows: Iterable[Any], columns: Sequence[Column], title: Any = ""
) -> FileResponse:
    """A download named `name`.xlsx, its sheet named `title`."""
    file = write_xlsx(rows, columns, title)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def text_of(value: Any) -> str:
    """A value as the text of a cell; what would be a formula is led by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = str(value)[: LONGEST_CELL - 1]
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _csv_text(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _write_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, column, value)
    elif text := text_of(value):
        sheet.write_string(row, column, text)
