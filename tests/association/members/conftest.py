"""What the tests of the register share."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile


@pytest.fixture
def book():
    """Make a workbook of rows, or of several sheets; the file as one would upload it."""

    def make(rows, *, more=(), hidden_first=False, name="organisations.xlsx"):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        if hidden_first:
            sheet.append(["secret"])
            sheet.sheet_state = "hidden"
            sheet = workbook.create_sheet()
        for row in rows:
            sheet.append(row)
        for other in more:
            workbook.create_sheet().append(other)
        memory = io.BytesIO()
        workbook.save(memory)
        return SimpleUploadedFile(name, memory.getvalue())

    return make
