"""The reviewer's verbs of an entry, and the one way a step is taken."""

from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict, Incomplete, Overtaken, Refused
from association.members.persona import persona_of
from association.members.policy import require
from platforms.publishing import steps
from platforms.publishing.models.content import write_content


class Review:
    """Mixed into Entry."""

    @staticmethod
    def _rows() -> Any:
        # Looked up by name: the model is made from this mixin and cannot be imported here.
        return apps.get_model("publishing", "Entry").objects.all()

    @transaction.atomic
    def take(self, name: str, *, by: Any, note: str = "", seen: int | None = None, **also: Any):
        """Take the step `name`: check the right, compare-and-set the state, write history.

        `seen` is the edit number the person looked at; a later save makes the step overtaken.
        Raises NotAllowed, Conflict (wrong state) or Overtaken.
        """
        step = steps.STEPS[name]
        require(by, step.action, self)
        if name in steps.REVISION_STEPS and self.is_revisable:
            return self._take_with_revision(name, by=by, note=note, seen=seen, also=also)
        before = self.status
        if before not in step.origins:
            raise Conflict(self._wrong_state())
        rows = self._rows().filter(pk=self.pk, status=before)
        values = {"status": step.to, "updated_at": timezone.now(), **also}
        if not _matching(rows, seen).update(**values):
            raise Overtaken
        for column, value in values.items():
            setattr(self, column, value)
        return self.record(name, by=by, note=note, before=before)

    def _wrong_state(self) -> Any:
        return _("This is not possible now: the entry is %(state)s.") % {
            "state": self.get_status_display()
        }

    def _take_with_revision(self, name: str, *, by: Any, note: str, seen: int | None, also: Any):
        revision = self.open_revision()
        if revision is None:
            raise Conflict(self._wrong_state())
        if not _matching(self._rows().filter(pk=self.pk), seen).update(
            updated_at=timezone.now(), **also
        ):
            raise Overtaken
        before = revision.status
        revision.move(name)
        return self.record(name, by=by, note=note, before=before, revision=revision)

    def record(self, name: str, *, by: Any, note: str = "", before: str = "", revision: Any = None):
        """Write the history row that is also what people are told."""
        mandate = persona_of(by).mandate_at(self.owner_id)
        return self.events.model.record(
            entry_id=self.pk,
            step=name,
            by=by,
            on_behalf_of=mandate.organisation if mandate else None,
            from_status=before,
            to_status=revision.status if revision else self.status,
            revision_number=revision.number if revision else self.version,
            note=note,
        )

    def endorse(self, *, by: Any, note: str = "") -> None:
        """The zone's administrator stands behind a colleague's entry."""
        self.take("endorse", by=by, note=note)

    def give_back(self, *, by: Any, note: str, seen: int | None = None) -> None:
        """Return for changes; the note says which."""
        if not note.strip():
            raise Refused(_("Say what has to be changed."))
        self.take("give_back", by=by, note=note, seen=seen)

    def reject(self, *, by: Any, note: str, seen: int | None = None) -> None:
        """Refuse for good; the note says why."""
        if not note.strip():
            raise Refused(_("Say why the entry is rejected."))
        self.take("reject", by=by, note=note, seen=seen)

    @transaction.atomic
    def publish(self, *, by: Any, seen: int | None = None, note: str = "") -> None:
        """Put on view, or put the reviewed new version on view; never by its author."""
        require(by, "entry.review", self)
        gaps = self.gaps()
        if gaps:  # time has passed since it was handed in
            raise Incomplete(gaps)
        revision = self.open_revision() if self.is_revisable else None
        now = timezone.now()
        if revision is None:
            self.take("publish", by=by, note=note, seen=seen, published_at=now, version=1)
            self.revisions.create(
                number=1,
                content=self.content(),
                author_id=self.author_id,
                mandate_id=self.mandate_id,
                status="published",
                published_at=now,
            )
            self._rows().filter(pk=self.pk).update(writer_ids=[])
            self.writer_ids = []
            return
        self.take("publish", by=by, note=note, seen=seen)
        self._rows().filter(pk=self.pk).update(version=revision.number, writer_ids=[])
        write_content(self.whole, revision.content)
        self.refresh_from_db()

    def hide(self, *, by: Any, note: str) -> None:
        """Take down; the note says why and is shown to the owner."""
        if not note.strip():
            raise Refused(_("Say why the entry is taken down."))
        self.take("hide", by=by, note=note)

    def restore(self, *, by: Any) -> None:
        """Put back on view what was taken down."""
        self.take("restore", by=by)


def _matching(rows: Any, seen: int | None) -> Any:
    return rows if seen is None else rows.filter(edit_number=seen)
