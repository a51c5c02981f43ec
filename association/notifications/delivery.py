"""A delivery: one message or letter on its way through one channel, and how far it has come."""

import logging
import random
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from association.lib.refusals import Conflict
from association.notifications.addresses import mail_domain

if TYPE_CHECKING:
    from association.notifications.letters import Letter
    from association.notifications.message import Message

logger = logging.getLogger("heliu.notifications")
MOST_ATTEMPTS = 5
LEASE = timedelta(seconds=60)
JITTER = (0.8, 1.2)


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Sets of deliveries."""

    def due(self) -> "DeliveryQuerySet":
        """Those that a worker may take now: waiting ones, and claims whose lease has run out."""
        return self.filter(state__in=OPEN, due_at__lte=timezone.now())

    def claim(self, size: int) -> "list[Delivery]":
        """Take up to `size` due ones under a lease, the urgent lane first.

        Rows that another worker is just taking are passed over. The lease ends by itself when
        this worker dies; the token tells a late worker that its claim is no longer its own.
        """
        token = uuid.uuid4()
        with transaction.atomic():
            rows = self.due().select_for_update(skip_locked=True)
            chosen = list(rows.order_by("lane", "due_at", "pk").values_list("pk", flat=True)[:size])
            claim = {"state": Delivery.State.CLAIMED, "token": token}
            self.filter(pk__in=chosen).update(due_at=timezone.now() + LEASE, **claim)
        mine = self.filter(pk__in=chosen, token=token).order_by("lane", "pk")
        return list(mine.select_related("letter", "message__user", "message__subject_type"))


class Delivery(models.Model):
    """One row per message or letter and channel: waiting → claimed → sent, failed or dropped.

    `due_at` is the moment from which a worker may take the row: when it was made, the end of a
    pause after a failure, or the end of another worker's lease.
    """

    class Channel(models.TextChoices):
        MAIL = "mail", _("E-mail")

    class Lane(models.IntegerChoices):
        URGENT = 0, _("urgent")
        NORMAL = 1, _("normal")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        CLAIMED = "claimed", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        DROPPED = "dropped", _("not sent")

    message = models.ForeignKey("notifications.Message", models.CASCADE, null=True)
    letter = models.ForeignKey("notifications.Letter", models.CASCADE, null=True)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel.choices)
    lane = models.SmallIntegerField(_("lane"), choices=Lane.choices, default=Lane.NORMAL)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    token = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    cause = models.CharField(_("cause"), max_length=500, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    mail_id = models.CharField("Message-ID", max_length=150, unique=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.CheckConstraint(
                condition=Q(message=None, letter__isnull=False)
                | Q(message__isnull=False, letter=None),
                name="notifications_delivery_of_one_thing",
                violation_error_message=_("A delivery carries one message or one letter."),
            ),
            models.UniqueConstraint(
                fields=["message", "channel"],
                name="notifications_one_delivery_per_message_and_channel",
            ),
            models.UniqueConstraint(
                fields=["letter", "channel"],
                name="notifications_one_delivery_per_letter_and_channel",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lane", "due_at", "id"],
                condition=Q(state__in=["waiting", "claimed"]),
                name="notifications_due",
            ),
        ]

    def __str__(self) -> str:
        return self.mail_id

    @property
    def thing(self) -> "Message | Letter":
        """What is delivered; a constraint holds that it is exactly one of the two."""
        return cast("Message | Letter", self.letter or self.message)

    @classmethod
    def of_message(cls, message: "Message") -> "Delivery":
        """The mail about a message; the same person and event give the same Message-ID."""
        name = f"message:{message.user_id}:{message.event_key}"
        return cls(message=message, channel=cls.Channel.MAIL, mail_id=_mail_id(name))

    @classmethod
    def of_letter(cls, letter: "Letter", lane: int) -> "Delivery":
        """The mail that carries a letter."""
        mail_id = _mail_id(f"letter:{letter.key}")
        return cls(letter=letter, lane=lane, channel=cls.Channel.MAIL, mail_id=mail_id)

    def begin(self) -> bool:
        """Count an attempt and renew the lease, before anything leaves.

        False when the claim has passed to somebody else, and when so many workers have died over
        this row that it is put into quarantine instead.
        """
        if self.attempts >= MOST_ATTEMPTS:
            self._quarantine(gettext_noop("the worker died while sending"))
            return False
        self.attempts += 1
        return self._mark(attempts=F("attempts") + 1, due_at=timezone.now() + LEASE)

    @transaction.atomic
    def mark_sent(self) -> bool:
        """It has left; False when the claim has meanwhile passed to another worker."""
        is_mine = self._mark(state=self.State.SENT, sent_at=timezone.now(), token=None, cause="")
        if is_mine and self.letter:
            self.letter.forget_body()
        return is_mine

    def put_off(self, cause: str) -> None:
        """Try again later, after 1, 5, 25 … minutes; after the fifth attempt, quarantine."""
        if self.attempts >= MOST_ATTEMPTS:
            self._quarantine(cause)
            return
        minutes = 5 ** (self.attempts - 1) * random.uniform(*JITTER)  # noqa: S311 no secret
        self._wait(timedelta(minutes=minutes), cause)

    def hand_back(self, pause: timedelta, cause: str) -> None:
        """Leave it to another sweep after `pause`; nothing was tried, so nothing is counted."""
        self._wait(pause, cause)

    def drop(self, cause: str) -> None:
        """Not to be sent any more."""
        self._mark(state=self.State.DROPPED, token=None, cause=cause)

    def _wait(self, pause: timedelta, cause: str) -> None:
        due_at = timezone.now() + pause
        self._mark(state=self.State.WAITING, token=None, due_at=due_at, cause=cause[:500])

    def _quarantine(self, cause: str) -> None:
        if self._mark(state=self.State.FAILED, token=None, cause=cause[:500]):
            logger.error(
                "delivery %s given up after %s attempts: %s", self.pk, MOST_ATTEMPTS, cause
            )

    def _mark(self, **fields: Any) -> bool:
        mine = Delivery.objects.filter(pk=self.pk, token=self.token, state=self.State.CLAIMED)
        return mine.update(**fields) == 1

    def retry(self, by: Any) -> None:
        """Send a failed or dropped one after all; Conflict when it is under way or sent.

        A letter whose text has been forgotten cannot be sent; Conflict as well.
        """
        if self.letter and not self.letter.body:
            raise Conflict
        self._decide(ENDED, by, state=self.State.WAITING, due_at=timezone.now(), attempts=0)

    @transaction.atomic
    def suppress(self, by: Any) -> None:
        """Do not send a waiting or failed one; Conflict when it is under way or sent."""
        cause = gettext_noop("stopped by the secretariat")
        self._decide(STOPPABLE, by, state=self.State.DROPPED, cause=cause)
        if self.letter:
            self.letter.forget_body()

    def _decide(self, states: tuple[str, ...], by: Any, **fields: Any) -> None:
        if not Delivery.objects.filter(pk=self.pk, state__in=states).update(token=None, **fields):
            raise Conflict
        logger.info("delivery %s set to %s by person %s", self.pk, fields["state"], by.pk)


OPEN = (Delivery.State.WAITING, Delivery.State.CLAIMED)
ENDED = (Delivery.State.FAILED, Delivery.State.DROPPED)
STOPPABLE = (Delivery.State.WAITING, Delivery.State.FAILED)


def _mail_id(name: str) -> str:
    domain = mail_domain()
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{domain}/{name}')}@{domain}>"
