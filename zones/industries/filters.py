"""Filter of the industries, shared by page and API."""

from association.lib.filters import SearchFilter, StrictFilterSet
from zones.industries.models import Industry


class IndustryFilter(StrictFilterSet):
    """`?q=电子` or `?q=c39`."""

    q = SearchFilter()

    class Meta:
        model = Industry
        fields: list[str] = []
