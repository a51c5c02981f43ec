"""Provinces, zones and the titles that notices gave them."""

from zones.directory.models.designation import Designation
from zones.directory.models.facts import UNCONFIRMED, Basis
from zones.directory.models.province import Province, Reach
from zones.directory.models.zone import Zone, name_order

__all__ = ["UNCONFIRMED", "Basis", "Designation", "Province", "Reach", "Zone", "name_order"]
