"""Workbooks that the import gives out: the empty template and the list of faults."""

import io
from typing import Any

import xlsxwriter
from django.utils import translation
from django.utils.translation import gettext as _

from association.members.importing.checking import Fault
from association.members.importing.columns import COLUMNS, REQUIRED
from association.members.models import Organisation

TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(sheets: dict[str, list[list[Any]]], width: int = 24) -> bytes:
    """A workbook of text: sheet name → rows, the first of them the headings."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, TEXT)
    text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        # Every column is text, so that no spreadsheet shortens an 18-digit code.
        sheet.set_column(0, len(rows[0]) - 1, width, text)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                sheet.write_string(number, place, str(value), bold if number == 0 else text)
    book.close()
    return memory.getvalue()


def template() -> bytes:
    """The empty file with the headings in the reader's language and a sheet of explanations."""
    place = 2 if translation.get_language().startswith("en") else 0
    heads = [texts[-1] if place else texts[0] for texts in COLUMNS.values()]
    fields = [Organisation._meta.get_field(column) for column in COLUMNS]
    notes = [[_("Column"), _("Needed"), _("What to enter")]]
    for column, head, field in zip(COLUMNS, heads, fields, strict=True):
        notes.append([head, _("yes") if column in REQUIRED else "", field.help_text or ""])
    kinds = [[_("Kind")]] + [
        [label] for code, label in Organisation.Kind.choices if code != "association"
    ]
    return workbook({_("Organisations"): [heads], _("Explanations"): notes, _("Kinds"): kinds})


def faults_workbook(faults: list[Fault]) -> bytes:
    """Every fault with its cell and its reason in both languages."""
    rows = [["行 Row", "列 Column", "内容 Value", "原因", "Reason"]]
    for fault in faults:
        reasons = []
        for language in ("zh-hans", "en"):
            with translation.override(language):
                reasons.append(fault.reason)
        rows.append([fault.row, fault.column, fault.value, *reasons])
    return workbook({"Faults": rows})
