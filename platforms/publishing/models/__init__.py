"""The envelope of every entry, its versions, its history and its contacts."""

from platforms.publishing.models.contact import ContactLook, EntryContact
from platforms.publishing.models.entry import Entry
from platforms.publishing.models.event import EntryEvent
from platforms.publishing.models.revision import Revision

__all__ = ["ContactLook", "Entry", "EntryContact", "EntryEvent", "Revision"]
