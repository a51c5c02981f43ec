"""Addresses of the investment platform, under /investment/."""

from django.urls import path

from platforms.investment.views import Investment, OpportunityDetail, OpportunityList

app_name = "investment"

urlpatterns = [
    path("", Investment.as_view(), name="front"),
    path("opportunities/", OpportunityList.as_view(), name="opportunities"),
    path("opportunities/<slug:public_id>/", OpportunityDetail.as_view(), name="opportunity"),
]
