"""Addresses of the workbench, under /workbench/."""

from django.urls import path

from association.front.views.workbench import Workbench

app_name = "workbench"

urlpatterns = [path("", Workbench.as_view(), name="home")]
