"""Addresses of the industries."""

from django.urls import path

from zones.industries.views import IndustryDetail, IndustryList

app_name = "industries"

urlpatterns = [
    path("", IndustryList.as_view(), name="industries"),
    path("<slug:slug>/", IndustryDetail.as_view(), name="industry"),
]
