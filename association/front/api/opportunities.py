"""Investment opportunities on view; contacts are never part of the API."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_view
from rest_framework.serializers import ModelSerializer

from association.front.api.describe import described
from association.front.api.parts import IndustryBrief, OrganisationBrief, ProvinceBrief, ZoneBrief
from association.lib.viewsets import ReadOnly
from platforms.investment.filters import OpportunityFilter
from platforms.investment.models import Opportunity
from platforms.publishing.quantities import (
    EnergyQuantities,
    LandQuantities,
    LogisticsQuantities,
    PlantQuantities,
    StandardLandQuantities,
)
from platforms.publishing.steps import ON_VIEW

QUANTITIES = [
    field.name
    for group in (
        LandQuantities,
        PlantQuantities,
        EnergyQuantities,
        StandardLandQuantities,
        LogisticsQuantities,
    )
    for field in group._meta.get_fields()
]


class OpportunitySerializer(ModelSerializer):
    owner = OrganisationBrief()
    zone = ZoneBrief(allow_null=True)
    industries = IndustryBrief(many=True)
    regions = ProvinceBrief(many=True)

    class Meta:
        model = Opportunity
        fields = [
            "public_id",
            "title_zh",
            "title_en",
            "summary_zh",
            "summary_en",
            "body_zh",
            "body_en",
            "source_language",
            "status",
            "owner",
            "zone",
            "industries",
            "regions",
            "modes",
            "investment_min",
            "investment_max",
            "currency",
            *QUANTITIES,
            "valid_until",
            "published_at",
            "version",
            "is_sample",
        ]


@extend_schema_view(**described("opportunities", "opportunity", OpportunitySerializer))
class Opportunities(ReadOnly):
    queryset = Opportunity.objects.select_related("owner", "zone").prefetch_related(
        "industries", "regions"
    )
    serializer_class = OpportunitySerializer
    filterset_class = OpportunityFilter
    lookup_field = "public_id"

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        # As on the page: the list shows what is on view, one's own drafts open by their address.
        rows = queryset if self.detail else queryset.filter(status__in=ON_VIEW)
        return super().filter_queryset(rows)
