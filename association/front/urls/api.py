"""The API: version 1, its description, and JSON for addresses that are none."""

from django.urls import include, path, re_path

from association.front.api.router import router
from association.front.api.views import Docs, Schema, nothing_here

app_name = "api"

urlpatterns = [
    re_path(r"^v1/schema/?$", Schema.as_view(), name="schema"),
    re_path(r"^v1/docs/?$", Docs.as_view(), name="docs"),
    path("v1/", include(router.urls)),
    re_path(r"^", nothing_here, name="nothing"),
]
