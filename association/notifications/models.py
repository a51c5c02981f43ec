"""The models of this app: what happened, the message about it, the letter, its way out."""

from association.notifications.delivery import Delivery
from association.notifications.happening import Happening, Notice
from association.notifications.letters import Letter
from association.notifications.message import Message
from association.notifications.verification import VerificationEvent

__all__ = ["Delivery", "Happening", "Letter", "Message", "Notice", "VerificationEvent"]
