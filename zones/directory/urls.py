"""Addresses of the directory."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from association.lib.downloads import Download
from zones.directory.columns import EXPORT_COLUMNS
from zones.directory.views import ZoneDetail, ZoneList, ZoneTable

app_name = "directory"
FILE = {
    "view": ZoneTable,
    "columns": EXPORT_COLUMNS,
    "name": "zones",
    "title": _("Directory of zones"),
}

urlpatterns = [
    path("", ZoneList.as_view(), name="zones"),
    path("export.csv", Download.as_view(**FILE, form="csv"), name="zones_csv"),
    path("export.xlsx", Download.as_view(**FILE, form="xlsx"), name="zones_xlsx"),
    path("<slug:slug>/", ZoneDetail.as_view(), name="zone"),
]
