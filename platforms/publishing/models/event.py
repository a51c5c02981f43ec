"""The history of an entry, which is also what people are told."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from association.members.people import secretariat, writers_of
from association.notifications.happening import Happening, Notice
from platforms.publishing.models.entry import Entry
from platforms.publishing.steps import STEPS


class EntryEvent(Happening):
    """One step in the life of an entry or of its new version."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="events")
    from_status = models.CharField(max_length=12, blank=True)
    to_status = models.CharField(max_length=12)
    revision_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = gettext_lazy("step of an entry")
        verbose_name_plural = gettext_lazy("steps of entries")
        indexes = [models.Index(fields=["entry", "at"], name="publishing_history")]

    @property
    def subject(self) -> Entry:
        """The entry; a message leaves only while its reader may still see it."""
        return self.entry

    @property
    def label(self) -> object:
        """The step in words."""
        if self.step in STEPS:
            return STEPS[self.step].label
        return gettext_lazy("draft started")

    def notices(self) -> Iterator[Notice]:
        """The reviewers of what was submitted; the writers of what was decided."""
        if self.step == "submit":
            yield self._to_reviewers()
        elif self.step in WORDS:
            yield self._to_writers()

    def _to_reviewers(self) -> Notice:
        return Notice(
            recipients=secretariat().exclude(pk=self.by_id),
            category="review",
            title=lambda: _("For review: %(title)s") % {"title": self.entry},
            body=lambda: (
                _("%(owner)s has submitted this entry. Somebody other than its author decides.")
                % {"owner": self.entry.owner.name}
            ),
            url=f"/entries/{self.entry.public_id}/review/",
        )

    def _to_writers(self) -> Notice:
        title = WORDS[self.step]
        return Notice(
            recipients=writers_of(self.entry.owner_id).exclude(pk=self.by_id),
            category="entry",
            title=lambda: str(title) % {"title": self.entry},
            body=lambda: self._with_note(),
            url=f"/entries/{self.entry.public_id}/",
        )

    def _with_note(self) -> str:
        if not self.note:
            return _("Open the entry in your workbench to see where it stands.")
        return _("Note of the secretariat: %(note)s") % {"note": self.note}


WORDS = {
    "give_back": gettext_lazy("Returned for changes: %(title)s"),
    "reject": gettext_lazy("Rejected: %(title)s"),
    "publish": gettext_lazy("Published: %(title)s"),
    "endorse": gettext_lazy("Endorsed by the zone: %(title)s"),
    "hide": gettext_lazy("Taken down: %(title)s"),
    "restore": gettext_lazy("On view again: %(title)s"),
}
