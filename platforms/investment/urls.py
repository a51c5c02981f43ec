"""Addresses of the investment platform, under /investment/."""

from django.urls import path

from association.lib.downloads import Download
from platforms.investment.columns import EXPORT_COLUMNS
from platforms.investment.views import Investment, OpportunityDetail, OpportunityList

app_name = "investment"
FILE = {"view": OpportunityList, "columns": EXPORT_COLUMNS, "name": "opportunities"}

urlpatterns = [
    path("", Investment.as_view(), name="front"),
    path("opportunities/", OpportunityList.as_view(), name="opportunities"),
    path(
        "opportunities/export.csv", Download.as_view(**FILE, form="csv"), name="opportunities_csv"
    ),
    path(
        "opportunities/export.xlsx",
        Download.as_view(**FILE, form="xlsx"),
        name="opportunities_xlsx",
    ),
    path("opportunities/<slug:public_id>/", OpportunityDetail.as_view(), name="opportunity"),
]
