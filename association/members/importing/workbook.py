"""Open an XLSX workbook that a stranger may have made to exhaust the server."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from association.lib.refusals import Refused

MOST_ENTRIES = 2_000
MOST_BYTES = 100 * 1024 * 1024
MOST_RATIO = 100
DEEPEST_ROW = 100_000
# What a broken or hostile workbook makes zipfile and openpyxl raise; XML bombs and external
# entities are a ValueError of defusedxml, which openpyxl uses when it is installed.
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError, SyntaxError, RuntimeError),
)


def workbook_rows(content: bytes, most_columns: int) -> Iterator[tuple[Any, ...]]:
    """Values of the first visible sheet, row by row; raises Refused."""
    try:
        require_modest(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise Refused(_("The workbook has no visible sheet."))
        # A sheet may claim any size; rows are read as far as they exist.
        sheets[0].reset_dimensions()
        for number, row in enumerate(
            sheets[0].iter_rows(max_col=most_columns, values_only=True), start=1
        ):
            if number > DEEPEST_ROW:
                raise Refused(_("The sheet is too long. Remove empty formatted rows."))
            yield row
    except BROKEN:
        raise Refused(_("The workbook is damaged or is not an XLSX file.")) from None


def require_modest(content: bytes) -> None:
    """Refuse a zip with too many or too large parts before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > MOST_RATIO * max(part.compress_size, 1) and part.file_size > 100_000
        for part in parts
    )
    if len(parts) > MOST_ENTRIES or total > MOST_BYTES or swollen:
        raise Refused(_("The workbook is packed in a way that is not accepted. Save it anew."))
