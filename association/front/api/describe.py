"""The sentences of the OpenAPI description, in English as APIs are."""

from typing import Any

from drf_spectacular.utils import extend_schema


def described(plural: str, singular: str) -> dict[str, Any]:
    """What `extend_schema_view` takes for the list and the detail of a resource."""
    return {
        "list": extend_schema(
            tags=[plural],
            summary=f"List {plural}",
            description=f"The {plural} that the caller may see, filtered and in pages.",
        ),
        "retrieve": extend_schema(
            tags=[plural],
            summary=f"Show one {singular}",
            description="404 when it does not exist or the caller may not see it.",
        ),
    }
