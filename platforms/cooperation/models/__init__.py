"""Interest in an entry and its history."""

from platforms.cooperation.models.event import InterestEvent
from platforms.cooperation.models.interest import Interest

__all__ = ["Interest", "InterestEvent"]
