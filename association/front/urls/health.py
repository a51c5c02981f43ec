"""Addresses for load balancers and supervisors, with and without the last slash."""

from django.urls import re_path

from association.front.health import live, ready

app_name = "health"

urlpatterns = [
    re_path(r"^live/?$", live, name="live"),
    re_path(r"^ready/?$", ready, name="ready"),
]
