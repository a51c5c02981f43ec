"""The sentences of the OpenAPI description, in English as APIs are, and the form of errors."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers


class ErrorSerializer(serializers.Serializer):
    """One thing that is wrong; `attr` names the parameter, if it is one."""

    code = serializers.CharField()
    detail = serializers.CharField()
    attr = serializers.CharField(allow_null=True)


class ErrorsSerializer(serializers.Serializer):
    """Every answer from 400 on has this form."""

    type = serializers.ChoiceField(["validation_error", "client_error", "server_error"])
    errors = ErrorSerializer(many=True)


def described(
    plural: str, singular: str, serializer: type[serializers.Serializer]
) -> dict[str, Any]:
    """What `extend_schema_view` takes for the list and the detail of a resource."""
    wrong = {400: ErrorsSerializer, 404: ErrorsSerializer}
    return {
        "list": extend_schema(
            tags=[plural],
            summary=f"List {plural}",
            description=f"The {plural} that the caller may see, filtered and in pages.",
            responses={200: serializer(many=True), **wrong},
        ),
        "retrieve": extend_schema(
            tags=[plural],
            summary=f"Show one {singular}",
            description="404 when it does not exist or the caller may not see it.",
            responses={200: serializer, **wrong},
        ),
    }
