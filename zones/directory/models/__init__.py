"""Provinces, zones and the titles that notices gave them."""

from zones.directory.models.province import Province, Reach
from zones.directory.models.zone import Designation, Zone

__all__ = ["Designation", "Province", "Reach", "Zone"]
