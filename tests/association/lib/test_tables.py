"""Tables as files, apart from any page."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.utils import translation

from association.lib.tables import Column, text_of, write_csv, write_xlsx

COLUMNS = [Column("name", lambda row: row[0]), Column("number", lambda row: row[1])]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (-5, "-5"),
        (Decimal("1E+3"), "1000"),
        (date(2026, 11, 20), "2026-11-20"),
        ("=1+1", "'=1+1"),
        ("-5", "'-5"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
    ],
)
def test_a_value_becomes_text_and_never_a_formula(value, text):
    assert text_of(value) == text


def test_a_long_csv_comes_in_chunks_with_one_byte_order_mark():
    with translation.override("en"):
        chunks = list(write_csv(((f"row {n}", n) for n in range(500)), COLUMNS))

    text = "".join(chunks)
    assert len(chunks) == 4
    assert text.count("\ufeff") == 1
    assert text.count("\r\n") == 501


def test_a_stream_keeps_the_language_in_which_it_was_asked_for():
    columns = [Column("yes", lambda row: row)]
    with translation.override("zh-hans"):
        chunks = write_csv([True], columns)

    with translation.override("en"):
        assert "是" in "".join(chunks)


def test_a_workbook_keeps_numbers_and_cuts_no_row():
    rows = [("=cmd", 1.5), ("x" * 40_000, Decimal("2.25")), ("bell\x07", None)]

    with write_xlsx(rows, COLUMNS) as file:
        sheet = openpyxl.load_workbook(io.BytesIO(file.read())).active

    cells = list(sheet.iter_rows(values_only=True))
    assert cells[0] == ("name", "number")
    assert cells[1] == ("'=cmd", 1.5)
    assert (len(cells[2][0]), cells[2][1]) == (32_767 - 1, 2.25)
    assert cells[3][1] is None


@pytest.mark.parametrize(
    ("title", "name"), [("开发区名录", "开发区名录"), ("a/b[c]:*?", "a b c"), ("x" * 40, "x" * 31)]
)
def test_the_sheet_bears_the_title(title, name):
    with write_xlsx([], COLUMNS, title) as file:
        assert openpyxl.load_workbook(io.BytesIO(file.read())).sheetnames == [name]
