"""Addresses of cooperation, under /interests/."""

from django.urls import path

from platforms.cooperation import views

app_name = "cooperation"

urlpatterns = [
    path("", views.interests, name="interests"),
    path("in/<slug:public_id>/", views.express, name="express"),
    path("<slug:public_id>/", views.interest, name="interest"),
    path("<slug:public_id>/acknowledge/", views.acknowledge, name="acknowledge"),
    path("<slug:public_id>/contacts/", views.contacts, name="contacts"),
    path("<slug:public_id>/supplement/", views.supplement, name="supplement"),
    path("<slug:public_id>/withdraw/", views.withdraw, name="withdraw"),
]
