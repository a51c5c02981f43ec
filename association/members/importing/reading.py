"""Read a file of organisations into plain rows, without trusting it.

A sheet is `{"letters": {column: "A"}, "rows": [[number, {column: [text, fault]}]]}`: JSON, so
that it can be kept until somebody decides. `number` is the row in the file, `fault` a code of
FAULTS or empty. Documented limits: the first visible sheet is read, hidden ones are ignored;
cells with formulas are faulty (their values may be stale); of merged cells only the first has
text; CSV is UTF-8 (with or without mark) or GB 18030.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from openpyxl.utils import get_column_letter

from association.lib.refusals import Refused
from association.lib.text import clean_line
from association.members.importing.columns import FOLDED, REQUIRED, column_of
from association.members.importing.workbook import workbook_rows

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 5_000
SCIENTIFIC = re.compile(r"\d(\.\d+)?[eE]\+?\d+")

FAULTS = {
    "formula": _("The cell holds a formula. Paste its value instead."),
    "digits": _(
        "The code was stored as a number, of which spreadsheets keep 15 digits only. "
        "Format the column as text and enter the code again."
    ),
    "not_text": _("The cell holds a date or a truth value. Enter it as text."),
    "error": _("The cell holds an error of the spreadsheet."),
    "long": _("The text is too long."),
}


def read_sheet(file: BinaryIO, name: str) -> dict[str, Any]:
    """The sheet of an uploaded file; raises Refused with a sentence when it cannot be read."""
    content = file.read(settings.HELIU_UPLOAD_LIMIT + 1)
    if len(content) > settings.HELIU_UPLOAD_LIMIT:
        raise Refused(_("The file is larger than 10 MB."))
    if name.lower().endswith(".xlsx"):
        return sheet_of(workbook_rows(content, MOST_COLUMNS))
    if name.lower().endswith(".csv"):
        return sheet_of(csv_rows(content))
    raise Refused(_("Choose a file in XLSX or CSV format."))


def csv_rows(content: bytes) -> Iterator[tuple[Any, ...]]:
    """Rows of a CSV file, whatever of comma, semicolon and tab parts them."""
    text = decoded(content)
    heading = text.partition("\n")[0]
    separator = max(",;\t", key=heading.count)
    try:
        yield from map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise Refused(_("The file is not a readable CSV file.")) from None


def decoded(content: bytes) -> str:
    """The text of a CSV file in UTF-8 or, as Chinese spreadsheets write it, GB 18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused(_("The characters of the file cannot be read. Save it as CSV in UTF-8."))


def sheet_of(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Find the headings in the first row that is not blank, then read what is below."""
    columns: dict[int, str] = {}
    found = []
    for number, values in enumerate(rows, start=1):
        if all(value is None or str(value).strip() == "" for value in values):
            continue
        if not columns:
            columns = headings(values)
            continue
        if len(found) >= MOST_ROWS:
            raise Refused(_("The file has more than 20,000 rows. Split it."))
        found.append([number, cells_of(values, columns)])
    if not found:
        raise Refused(_("The file holds no rows below its headings."))
    letters = {column: get_column_letter(place + 1) for place, column in columns.items()}
    return {"letters": letters, "rows": found}


def headings(values: tuple[Any, ...]) -> dict[int, str]:
    """Place → column; raises Refused for a heading that is unknown, twice there or missing."""
    texts = {i: clean_line(str(value)) for i, value in enumerate(values) if value is not None}
    texts = {i: text for i, text in texts.items() if text}
    columns = {i: column_of(text) for i, text in texts.items()}
    unknown = [texts[i][:40] for i, column in columns.items() if column is None]
    if unknown:
        raise Refused(_("Unknown column: %(names)s.") % {"names": "、".join(unknown[:5])})
    named = list(columns.values())
    if len(set(named)) < len(named):
        raise Refused(_("A column is there twice."))
    if not set(REQUIRED) <= set(named):
        raise Refused(_("The columns for kind and Chinese name are needed."))
    return columns


def cells_of(values: tuple[Any, ...], columns: dict[int, str]) -> dict[str, list[str]]:
    """Column → [text, fault code] for the cells that are not blank."""
    cells = {}
    for place, column in columns.items():
        value = values[place] if place < len(values) else None
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        text, fault = cell_of(value, column)
        cells[column] = [text[:LONGEST_CELL], fault]
    return cells


def cell_of(value: Any, column: str) -> tuple[str, str]:
    """The text of one cell and what is wrong with how it is stored."""
    if isinstance(value, bool | date | datetime | time | timedelta):
        return str(value), "not_text"
    if isinstance(value, int | float):
        text = str(int(value)) if float(value).is_integer() else str(value)
        return text, "digits" if column == "credit_code" else ""
    text = clean_line(str(value))
    if column in FOLDED:
        text = unicodedata.normalize("NFKC", text).strip("'`’ ")
    return text.upper() if column == "credit_code" else text, fault_in(text, column)


def fault_in(text: str, column: str) -> str:
    if text.startswith("="):
        return "formula"
    if text.startswith("#") and text.rstrip("!?").isupper():
        return "error"
    if column == "credit_code" and SCIENTIFIC.fullmatch(text):
        return "digits"
    return "long" if len(text) > LONGEST_CELL else ""
