"""Resources of version 1; every address works with and without its last slash."""

from rest_framework.routers import DefaultRouter

from association.front.api.industries import Industries
from association.front.api.opportunities import Opportunities
from association.front.api.organisations import Organisations
from association.front.api.parameters import FilterParameters
from association.front.api.zones import Zones

__all__ = ["FilterParameters", "router"]

router = DefaultRouter(trailing_slash=False)
router.include_format_suffixes = False
router.trailing_slash = "/?"
router.register("zones", Zones, basename="zone")
router.register("industries", Industries, basename="industry")
router.register("organisations", Organisations, basename="organisation")
router.register("opportunities", Opportunities, basename="opportunity")
