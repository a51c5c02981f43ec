"""The viewset that every list of the API is."""

from typing import Any

from django.db.models import QuerySet
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from rest_framework.request import Request
from rest_framework.viewsets import ReadOnlyModelViewSet

from association.lib.answers import language_of

LANGUAGES = {"zh": "zh-hans", "en": "en"}


@method_decorator(conditional_page, name="dispatch")
class ReadOnly(ReadOnlyModelViewSet):
    """List and detail of what the visitor may see: declare queryset, serializer, filterset.

    Everybody's answers carry an ETag and are asked for again each time, so that what is withdrawn
    is gone at once; only code lists may raise `max_age` (seconds).
    """

    max_age = 0

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        asked = LANGUAGES.get(request.query_params.get("lang", ""))
        translation.activate(asked or language_of(request._request))
        super().initial(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        rows = super().get_queryset()
        return rows.none() if schema_is_drawn(self) else rows.visible_to(self.request.user)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kw: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kw)
        shared = request.user is not None and not request.user.is_authenticated
        if response.status_code == 200 and shared:
            patch_cache_control(response, public=True, max_age=self.max_age, must_revalidate=True)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers["Content-Language"] = translation.get_language()
        return response


def schema_is_drawn(view: Any) -> bool:
    """Whether drf-spectacular looks at the view to describe it; there is no visitor then."""
    return getattr(view, "swagger_fake_view", False)
