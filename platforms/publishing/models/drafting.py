"""The writer's verbs of an entry: start, save, submit, make a new version, pause, renew, close."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Func, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.dates import today
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Overtaken
from association.members.models import RuleFigure
from association.members.persona import persona_of
from association.members.policy import require
from platforms.publishing import steps
from platforms.publishing.models.content import Content, read_content, write_content
from platforms.publishing.placing import zones_for


class Drafting:
    """Mixed into Entry; every verb takes `by=` and refuses with a sentence."""

    @classmethod
    @transaction.atomic
    def start(cls, kind: Any, *, owner_id: int, by: Any) -> Any:
        """A new empty draft of `kind` for an organisation that `by` writes for."""
        mandate = persona_of(by).mandate_at(owner_id)
        if mandate is None:
            raise NotAllowed(_("You do not write for this organisation."))
        model = kind.model_class
        entry = model(
            kind=kind.code,
            owner=mandate.organisation,
            author=by,
            mandate=mandate,
            zone=getattr(mandate.organisation, "zone", None),
        )
        require(by, "entry.create", entry)
        entry.save()
        entry.record("start", by=by)
        return entry

    @property
    def is_revisable(self) -> bool:
        """Published once: changes go into a new version that is reviewed first."""
        return self.status in (steps.Status.PUBLISHED, steps.Status.PAUSED)

    @property
    def is_editable(self) -> bool:
        """Being written: a draft, a returned one, or published without a version in review."""
        if self.is_revisable:
            return not self.revisions.filter(status="submitted").exists()
        return self.status in steps.EDITABLE

    @property
    def why_not_editable(self) -> Any:
        """The sentence for a writer who finds the desk closed."""
        if self.is_in_review or self.is_revisable:
            return _("In review: take it back to your desk before you go on writing.")
        return _("This entry cannot be edited now: %s.") % self.get_status_display()

    def open_revision(self) -> Any:
        """The new version that is being made, or None."""
        return self.revisions.filter(status__in=("draft", "submitted", "returned")).first()

    def content(self) -> Content:
        """What is on view now, as plain values."""
        return read_content(self.whole, self.declared_kind.fields)

    def working_content(self) -> tuple[Content, int]:
        """What the writer is working on, and the edit number to hand back when saving."""
        revision = self.open_revision() if self.is_revisable else None
        content = self.content()
        if revision is not None:
            content |= revision.content
        return content, self.edit_number

    @transaction.atomic
    def save_draft(self, content: Content, *, seen: int, by: Any) -> None:
        """Keep `content` (some or all fields) as draft, or as draft of a new version.

        Raises Overtaken when somebody saved since edit number `seen`, Conflict when the entry is
        not being edited, NotAllowed for others than the owner's writers.
        """
        require(by, "entry.edit", self)
        if not self.is_editable:
            raise Conflict(self.why_not_editable)
        self._keep_place(content)
        self._claim_edit(seen, by=by)
        if self.is_revisable:
            self._save_revision(content, by=by)
        else:
            write_content(self.whole, content)
        self.refresh_from_db()

    def _keep_place(self, content: Content) -> None:
        """A zone writes about itself; others choose among the zones that are theirs to name."""
        if content.get("zone") is None:
            return
        if not zones_for(self.owner).filter(pk=content["zone"]).exists():
            raise NotAllowed(_("Your organisation cannot place an entry in this zone."))

    def _claim_edit(self, seen: int, *, by: Any) -> None:
        entries = self._rows().filter(pk=self.pk, edit_number=seen, status=self.status)
        wrote = Func(F("writer_ids"), Value(by.pk), function="array_append")
        if not entries.update(edit_number=F("edit_number") + 1, writer_ids=wrote):
            raise Overtaken(_("Somebody saved this entry after you had opened it."))

    def _save_revision(self, content: Content, *, by: Any) -> None:
        revision = self.open_revision()
        if revision is None:
            revision = self.revisions.create(
                number=self.version + 1,
                content=self.content(),
                author=by,
                mandate=persona_of(by).mandate_at(self.owner_id),
            )
        revision.keep(content)

    def gaps(self) -> dict[str, Any]:
        """What is missing or wrong before submission: field name → sentence."""
        content, _seen = self.working_content()
        gaps = missing(self.declared_kind, content)
        if "zone" in gaps and not zones_for(self.owner).exists():
            del gaps["zone"]  # a firm has no zone to name
        return gaps

    @transaction.atomic
    def submit(self, *, by: Any) -> None:
        """Hand in for review; raises Incomplete naming each gap."""
        require(by, "entry.submit", self)
        seen = self.edit_number
        gaps = self.gaps()
        if gaps:
            raise Incomplete(gaps)
        self.take("submit", by=by, seen=seen, submitted_at=timezone.now())

    def retract(self, *, by: Any) -> None:
        """Take a submitted entry back to the desk."""
        self.take("retract", by=by)

    def pause(self, *, by: Any) -> None:
        """Close for now; no new interests."""
        self.take("pause", by=by)

    def resume(self, *, by: Any) -> None:
        """Open again."""
        self.take("resume", by=by)

    def fulfil(self, *, by: Any, note: str = "") -> None:
        """The wish is met; stays readable."""
        self.take("fulfil", by=by, note=note)

    def withdraw(self, *, by: Any, note: str = "") -> None:
        """Take back for good."""
        self.take("withdraw", by=by, note=note)

    def archive(self, *, by: Any, note: str = "") -> None:
        """Put away for good."""
        self.take("archive", by=by, note=note)

    @transaction.atomic
    def renew(self, until: date, *, confirmed: set[str], by: Any) -> None:
        """Open until a later day, after the four facts have been confirmed (domain.md 5)."""
        gaps: dict[str, Any] = {
            fact: _("Please confirm this.") for fact in RENEWAL_FACTS if fact not in confirmed
        }
        if not today() <= until <= latest_end(self.declared_kind):
            gaps["valid_until"] = end_sentence(self.declared_kind)
        if gaps:
            raise Incomplete(gaps)
        self.take("renew", by=by, valid_until=until)
        revision = self.open_revision()
        if revision is not None:  # or publishing the new version would bring the old date back
            revision.keep({"valid_until": until.isoformat()})


RENEWAL_FACTS = ("valid", "amount", "contacts", "capacity")


def latest_end(kind: Any) -> date:
    """The last day until which an entry of this kind may be open, counted from today."""
    return today() + timedelta(days=RuleFigure.objects.value(kind.life))


def end_sentence(kind: Any) -> Any:
    """What is wrong with an end date outside today … latest_end."""
    return _("Choose a day from today to %(last)s at the latest.") % {"last": latest_end(kind)}


def missing(kind: Any, content: Content) -> dict[str, Any]:
    """Needed fields that are empty, and an end date out of bounds: field name → sentence."""
    gaps: dict[str, Any] = {}
    for name in kind.needed:
        pair = [f"{name}_zh", f"{name}_en"]
        names = pair if pair[0] in content else [name]
        if not any(content.get(one) not in (None, "", []) for one in names):
            gaps[names[0]] = _("This is needed before submission.")
    end = content.get("valid_until")
    if end and not today() <= date.fromisoformat(end) <= latest_end(kind):
        gaps["valid_until"] = end_sentence(kind)
    return gaps
