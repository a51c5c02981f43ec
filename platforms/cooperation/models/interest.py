"""Interest: an organisation tells the owner of an entry that it wants to talk."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.dates import add_working_days, today
from association.lib.fields import LineField, ProseField
from association.lib.refusals import Conflict, Incomplete, NotAllowed, Refused
from association.members.models import Mandate, Organisation, RuleFigure
from association.members.persona import persona_of
from association.members.policy import require
from platforms.cooperation.answers import Answer, Reason, Status
from platforms.cooperation.obstacle import obstacle, senders
from platforms.publishing.models import ContactLook, Entry
from platforms.publishing.models.entry import new_public_id
from platforms.publishing.querysets import own_ids

OPEN = ("sent", "acknowledged", "answered")


class InterestQuerySet(models.QuerySet):
    """Sets of interests."""

    def visible_to(self, user):
        """The two parties and the secretariat see an interest; for all others it is not found."""
        persona = persona_of(user)
        if persona.is_secretariat:
            return self
        own = own_ids(persona)
        return self.filter(Q(organisation_id__in=own) | Q(entry__owner_id__in=own))

    def awaiting_answer(self):
        """Sent or acknowledged, without an answer yet."""
        return self.filter(status__in=["sent", "acknowledged"])

    def received_by(self, user):
        """In entries of the organisations that `user` writes for."""
        return self.filter(entry__owner_id__in=own_ids(persona_of(user)))

    def sent_by(self, user):
        """By the organisations that `user` writes for."""
        return self.filter(organisation_id__in=own_ids(persona_of(user)))


class Interest(models.Model):
    """One open interest per organisation and entry; contacts are exchanged when it suits both."""

    Status, Answer, Reason = Status, Answer, Reason

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="interests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="interests")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="interests")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+")
    message = ProseField(_("message"), max_length=2000)
    contact_name = LineField(_("contact person"), max_length=100)
    contact_phone = LineField(_("telephone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail address"))
    consented_at = models.DateTimeField(_("consent given at"))
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.SENT
    )
    answer = models.CharField(_("answer"), max_length=20, choices=Answer.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices, blank=True)
    answer_note = ProseField(_("note"), max_length=2000, blank=True)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    due_on = models.DateField(_("answer due on"))
    answered_at = models.DateTimeField(_("answered at"), null=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
        indexes = [models.Index(fields=["status", "due_on"], name="cooperation_answers_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "entry"],
                condition=~Q(status="withdrawn"),
                name="cooperation_one_open_interest",
                violation_error_message=_("Your organisation has already expressed interest."),
            ),
            models.CheckConstraint(
                condition=Q(status="answered") ^ Q(answer="") | Q(status="withdrawn"),
                name="cooperation_answered_has_answer",
                violation_error_message=_("An answered interest needs an answer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.entry}"

    def get_absolute_url(self) -> str:
        return reverse("cooperation:interest", args=[self.public_id])

    @property
    def is_matched(self) -> bool:
        """The owner found it suitable: each side now sees the other's contacts."""
        return self.status == self.Status.ANSWERED and self.answer == self.Answer.SUITABLE

    @property
    def is_awaiting_answer(self) -> bool:
        return self.status in (self.Status.SENT, self.Status.ACKNOWLEDGED)

    @property
    def is_overdue(self) -> bool:
        return self.is_awaiting_answer and self.due_on < today()

    @property
    def policy_owner_id(self) -> int:
        """Who answers it: the owner of the entry."""
        return self.entry.owner_id

    @classmethod
    def express(cls, entry: Entry, *, by: Any, organisation_id: int, consent: bool, **words: str):
        """Send an interest on behalf of an organisation; needs consent to share the contacts.

        Raises NotAllowed with the reason (`obstacle`), Incomplete without consent, Conflict when
        the organisation already has an open one, also when two are sent at once.
        """
        reason = obstacle(entry, by)
        mandate = {m.organisation_id: m for m in senders(entry, by)}.get(organisation_id)
        if reason or mandate is None:
            raise NotAllowed(reason or _("You do not write for this organisation."))
        if not consent:
            raise Incomplete({"consent": _("Without your consent the zone cannot answer you.")})
        try:
            return cls._send(entry, mandate, words)
        except IntegrityError:
            raise Conflict(_("Your organisation has already expressed interest.")) from None

    @classmethod
    @transaction.atomic
    def _send(cls, entry: Entry, mandate: Mandate, words: dict[str, str]):
        # Locked, so that the owner cannot close it in the moment it is sent.
        if not Entry.objects.select_for_update().get(pk=entry.pk).is_open:
            raise Conflict(_("This entry is closed."))
        interest = cls.objects.create(
            entry_id=entry.pk,
            organisation=mandate.organisation,
            author=mandate.user,
            mandate=mandate,
            consented_at=timezone.now(),
            due_on=answer_due(),
            **words,
        )
        interest.record("send", by=mandate.user, note=interest.message)
        return interest

    @transaction.atomic
    def acknowledge(self, *, by: Any) -> None:
        """The owner has seen it; the due date stays."""
        require(by, "interest.answer", self)
        self._move({"sent"}, by=by, step="acknowledge", status="acknowledged")

    @transaction.atomic
    def give_answer(self, answer: str, *, by: Any, note: str = "", reason: str = "") -> None:
        """Answer in one of four ways; `unsuitable` needs a reason, the middle two a note."""
        require(by, "interest.answer", self)
        if answer == self.Answer.UNSUITABLE and not reason:
            raise Incomplete({"reason": _("Say why it does not suit.")})
        if answer in (self.Answer.MORE_INFORMATION, self.Answer.NOT_ELIGIBLE) and not note.strip():
            raise Incomplete({"answer_note": _("Say what is needed or why.")})
        self._move(
            {"sent", "acknowledged"},
            by=by,
            step="answer",
            status="answered",
            answer=answer,
            reason=reason,
            answer_note=note,
            answered_at=timezone.now(),
        )

    @transaction.atomic
    def supplement(self, text: str, *, by: Any) -> None:
        """The sender adds what the owner asked for; the owner's days start anew."""
        self._require_sender(by)
        if self.answer != self.Answer.MORE_INFORMATION:
            raise Conflict
        if not text.strip():
            raise Refused(_("Write what the zone asked for."))
        values = {"status": "sent", "answer": "", "reason": "", "due_on": answer_due()}
        self._move({"answered"}, by=by, step="supplement", note=text, **values)

    @transaction.atomic
    def withdraw(self, *, by: Any) -> None:
        """The sender no longer wants to talk; a refusal stands, or it could be asked for ever."""
        self._require_sender(by)
        if self.answer in (self.Answer.UNSUITABLE, self.Answer.NOT_ELIGIBLE):
            raise Conflict(_("This interest has been answered; there is nothing to withdraw."))
        self._move(set(OPEN), by=by, step="withdraw", status="withdrawn")

    def contacts(self, *, by: Any) -> list[Any]:
        """The other side's contacts, once it suits both; each look is logged."""
        if not self.is_matched:
            raise NotAllowed(_("Contacts are exchanged when the zone has found it suitable."))
        looked = ContactLook.log(self.entry, by=by, reason="interest")
        return [self.sender] if self.entry.owner_id in own_ids(persona_of(by)) else looked

    @property
    def sender(self) -> SimpleNamespace:
        """The sender's contact in the shape of an entry's contact."""
        return SimpleNamespace(
            get_role_display=self.organisation.name,
            name=self.contact_name,
            phone=self.contact_phone,
            email=self.contact_email,
        )

    def _require_sender(self, by: Any) -> None:
        if self.organisation_id not in own_ids(persona_of(by)):
            raise NotAllowed

    def _move(self, origins: set[str], *, by: Any, step: str, note: str = "", **values: Any):
        rows = Interest.objects.filter(pk=self.pk, status__in=origins)
        if not rows.update(**values):
            raise Conflict(_("This interest is %s.") % self.get_status_display())
        for column, value in values.items():
            setattr(self, column, value)
        self.record(step, by=by, note=note or str(values.get("answer_note", "")))

    def record(self, step: str, *, by: Any, note: str = "") -> None:
        """Write the history row that is also what people are told."""
        mandates = {m.organisation_id: m.organisation for m in persona_of(by).writing_mandates}
        side = mandates.get(self.organisation_id) or mandates.get(self.entry.owner_id)
        events = apps.get_model("cooperation", "InterestEvent")
        events.record(
            interest=self,
            step=step,
            by=by,
            on_behalf_of=side,
            note=note,
            answer=self.answer,
            due_on=self.due_on,
        )


def answer_due() -> date:
    """The day by which an interest sent today is to be answered (domain.md 7)."""
    return add_working_days(today(), RuleFigure.objects.value("interest_answer"))
