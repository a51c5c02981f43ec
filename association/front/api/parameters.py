"""How the filters of a list appear in the OpenAPI description; loaded with the router."""

from typing import Any

from drf_spectacular.contrib.django_filters import DjangoFilterExtension
from drf_spectacular.plumbing import build_basic_type
from drf_spectacular.types import OpenApiTypes


class FilterParameters(DjangoFilterExtension):
    """A filter with a method of its own, or on a code list, takes words; stock would guess."""

    target_class = "association.lib.api.StrictFilterBackend"
    priority = 1

    def _get_filter_method_hint(self, filter_method: Any) -> Any:
        return str if filter_method else super()._get_filter_method_hint(filter_method)

    def _get_schema_from_model_field(self, auto_schema: Any, filter_field: Any, model: Any) -> Any:
        if filter_field.extra.get("to_field_name"):
            # Rows named by their slug; stock would look for the slug of the slug.
            return build_basic_type(OpenApiTypes.STR)
        return super()._get_schema_from_model_field(auto_schema, filter_field, model)
