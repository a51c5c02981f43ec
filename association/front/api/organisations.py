"""Organisations as everybody may see them: no contacts, no people, no numbers of papers."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_view
from rest_framework.serializers import CharField, ModelSerializer

from association.front.api.describe import described
from association.lib.viewsets import ReadOnly
from association.members.filters import MemberFilter
from association.members.models import Organisation


class OrganisationFilter(MemberFilter):
    """As on the page of the members; without the order by membership, which is theirs alone."""

    sorts = {"name": (_("Name"), "name_key"), "newest": (_("Newest"), "-created_at")}


class OrganisationSerializer(ModelSerializer):
    zone = CharField(
        source="zone.slug", allow_null=True, default=None, help_text="Slug, if it is a zone."
    )

    class Meta:
        model = Organisation
        fields = [
            "slug",
            "kind",
            "name_zh",
            "name_en",
            "short_name_zh",
            "short_name_en",
            "country_code",
            "division_code",
            "zone",
            "website",
            "profile_zh",
            "profile_en",
            "is_verified",
            "is_sample",
            "updated_at",
        ]


@extend_schema_view(**described("organisations", "organisation", OrganisationSerializer))
class Organisations(ReadOnly):
    queryset = Organisation.objects.select_related("zone")
    serializer_class = OrganisationSerializer
    filterset_class = OrganisationFilter
    lookup_field = "slug"
