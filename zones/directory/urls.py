"""Addresses of the directory."""

from django.urls import path

from zones.directory.views import ZoneDetail, ZoneList, zones_csv, zones_xlsx

app_name = "directory"

urlpatterns = [
    path("", ZoneList.as_view(), name="zones"),
    path("export.csv", zones_csv, name="zones_csv"),
    path("export.xlsx", zones_xlsx, name="zones_xlsx"),
    path("<slug:slug>/", ZoneDetail.as_view(), name="zone"),
]
