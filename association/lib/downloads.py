"""A list as a file: what the address filters, as CSV or XLSX.

path("export.csv", Download.as_view(view=ZoneList, columns=COLUMNS, name="zones", form="csv"))

The file bears the day: zones-2026-11-20.csv. `title` names the sheet in the reader's language.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from association.lib.dates import today
from association.lib.listing import FilteredList
from association.lib.refusals import Refused
from association.lib.tables import Column, csv_response, xlsx_response

ROWS_AT_ONCE = 200
FORMS = {"csv": csv_response, "xlsx": xlsx_response}


class Download(View):
    """The rows of a `FilteredList`, visible to the visitor, in the list's order, without pages."""

    view: Any = FilteredList
    columns: Sequence[Column] = ()
    name = ""
    title: Any = ""
    form = "csv"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The file; Refused (400) for a filter value that is not understood."""
        source: Any = self.view()
        source.setup(request)
        if not source.filter.is_valid():
            sentence = _("A filter in the address is not understood. Please open the list again.")
            raise Refused(sentence)
        rows = source.found().iterator(ROWS_AT_ONCE)
        return FORMS[self.form](f"{self.name}-{today()}", rows, self.columns, self.title)


def file_addresses(request: HttpRequest, url_name: str) -> dict[str, str]:
    """`csv_url` and `xlsx_url` for components/export_links.html, filters kept, the page dropped.

    The addresses are named `<url_name>_csv` and `<url_name>_xlsx`.
    """
    query = request.GET.copy()
    query.pop("page", None)
    tail = f"?{query.urlencode()}" if query else ""
    return {f"{form}_url": reverse(f"{url_name}_{form}") + tail for form in FORMS}
