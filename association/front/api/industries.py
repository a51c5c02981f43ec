"""Industries of GB/T 4754-2017 and the strategic emerging industries."""

from drf_spectacular.utils import extend_schema_view
from rest_framework.serializers import CharField, ModelSerializer

from association.front.api.describe import described
from association.lib.viewsets import ReadOnly
from zones.industries.filters import IndustryFilter
from zones.industries.models import Industry


class IndustrySerializer(ModelSerializer):
    parent = CharField(
        source="parent.slug", allow_null=True, default=None, help_text="Slug of the class above."
    )

    class Meta:
        model = Industry
        fields = [
            "slug",
            "scheme",
            "code",
            "level",
            "parent",
            "name_zh",
            "name_en",
            "isic_divisions",
            "isic_match",
            "is_verified",
            "source",
        ]


@extend_schema_view(**described("industries", "industry", IndustrySerializer))
class Industries(ReadOnly):
    queryset = Industry.objects.select_related("parent")
    serializer_class = IndustrySerializer
    filterset_class = IndustryFilter
    lookup_field = "slug"
    max_age = 300
