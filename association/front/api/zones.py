"""Development zones and the titles that notices gave them."""

from drf_spectacular.utils import extend_schema_view
from rest_framework.serializers import CharField, ModelSerializer

from association.front.api.describe import described
from association.front.api.parts import IndustryBrief, ProvinceBrief
from association.lib.viewsets import ReadOnly
from zones.directory.filters import ZoneFilter
from zones.directory.models import Designation, Zone


class DesignationSerializer(ModelSerializer):
    class Meta:
        model = Designation
        fields = ["scheme", "place_in_notice", "source"]


class ZoneSerializer(ModelSerializer):
    """A fact whose basis is `batch` or `recall` is to be confirmed."""

    province = ProvinceBrief(allow_null=True)
    industries = IndustryBrief(many=True)
    designations = DesignationSerializer(many=True)
    organisation = CharField(
        source="organisation.slug", allow_null=True, default=None, help_text="Slug of its owner."
    )

    class Meta:
        model = Zone
        fields = [
            "slug",
            "kind",
            "name_zh",
            "name_en",
            "organisation",
            "country_code",
            "country_zh",
            "country_en",
            "province",
            "reach",
            "prefecture_zh",
            "prefecture_en",
            "prefecture_code",
            "county_zh",
            "county_code",
            "locality",
            "neighbour_country_code",
            "approved_year",
            "approved_month",
            "approved_basis",
            "longitude",
            "latitude",
            "coordinate_precision",
            "leading_industries_zh",
            "leading_industries_en",
            "industries",
            "industries_basis",
            "area_ha",
            "area_basis",
            "cohort",
            "designations",
            "is_verified",
            "source",
            "updated_at",
        ]


@extend_schema_view(**described("zones", "zone", ZoneSerializer))
class Zones(ReadOnly):
    queryset = Zone.objects.select_related("province", "organisation").prefetch_related(
        "industries", "designations"
    )
    serializer_class = ZoneSerializer
    filterset_class = ZoneFilter
    lookup_field = "slug"
