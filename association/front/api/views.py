"""The description of the API for people, and the answer where there is nothing."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from association.lib.answers import answer


class Schema(SpectacularAPIView):
    """OpenAPI 3, YAML or JSON by `format`."""


class Docs(SpectacularSwaggerSplitView):
    """The description to read and try; the page has no inline script or style."""

    url_name = "api:schema"
    template_name = "front/api_docs.html"


def nothing_here(request: HttpRequest) -> HttpResponse:
    """JSON rather than the page, for any address below /api/ that is none."""
    return answer(request, 404, _("There is nothing at this address."), "not_found")
