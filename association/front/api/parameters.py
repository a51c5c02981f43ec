"""How the filters of a list appear in the OpenAPI description; loaded with the router."""

from typing import Any

from drf_spectacular.contrib.django_filters import DjangoFilterExtension


class FilterParameters(DjangoFilterExtension):
    """A filter with a method of its own takes words; drf-spectacular would guess and complain."""

    target_class = "association.lib.api.StrictFilterBackend"
    priority = 1

    def _get_filter_method_hint(self, filter_method: Any) -> Any:
        return str if filter_method else super()._get_filter_method_hint(filter_method)
