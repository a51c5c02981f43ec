"""Small pieces that several resources show of one another: how it is called and found."""

from rest_framework.serializers import ModelSerializer

from association.members.models import Organisation
from zones.directory.models import Province, Zone
from zones.industries.models import Industry


class IndustryBrief(ModelSerializer):
    class Meta:
        model = Industry
        fields = ["slug", "scheme", "code", "name_zh", "name_en"]


class ProvinceBrief(ModelSerializer):
    class Meta:
        model = Province
        fields = ["code", "slug", "name_zh", "name_en", "reach"]


class ZoneBrief(ModelSerializer):
    class Meta:
        model = Zone
        fields = ["slug", "name_zh", "name_en"]


class OrganisationBrief(ModelSerializer):
    class Meta:
        model = Organisation
        fields = ["slug", "kind", "name_zh", "name_en"]
