"""Letters: mail to an address that need not have an account (invitation, reset, confirmation)."""

from datetime import timedelta

from django.core.validators import validate_email
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.fields import LineField, ProseField
from association.notifications import nudge
from association.notifications.delivery import OPEN, Delivery

KEPT = timedelta(days=30)


class LetterQuerySet(models.QuerySet["Letter"]):
    """Sets of letters."""

    def forget_bodies(self) -> int:
        """Empty those that nobody has sent for KEPT: no link in them works any more."""
        old = self.filter(created_at__lt=timezone.now() - KEPT).exclude(body="")
        return old.exclude(delivery__state__in=OPEN).update(body="")


class Letter(models.Model):
    """One mail to one address in one language; `key` names the occasion, which comes once.

    The body holds links that let in whoever has them, so it is kept no longer than it takes to
    send it; subject and address stay.
    """

    key = models.CharField(max_length=200, editable=False)
    to_email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=10)
    subject = LineField(max_length=300)
    body = ProseField()
    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                name="notifications_one_letter_per_key",
                violation_error_message=_("This letter has been written already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(subject__regex=r"[\r\n]"),
                name="notifications_subject_is_one_line",
                violation_error_message=_("A subject is one line."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.to_email} {self.created_at:%Y-%m-%d}"

    def forget_body(self) -> None:
        """Empty the text once it has left, or will not leave."""
        self.body = ""
        Letter.objects.filter(pk=self.pk).update(body="")


def send_letter(
    to_email: str, language: str, subject: str, body: str, key: str, urgent: bool = False
) -> None:
    """Write a letter and put it on its way when the current transaction commits.

    `language` is `zh-hans` or `en`; links in `body` are absolute. The same `key` again is the
    same letter and sends nothing. Raises ValidationError when `to_email` is no address.
    """
    validate_email(to_email)
    lane = Delivery.Lane.URGENT if urgent else Delivery.Lane.NORMAL
    words = {"to_email": to_email, "language": language, "subject": subject, "body": body}
    with transaction.atomic():
        letter, is_new = Letter.objects.get_or_create(key=key, defaults=words)
        if is_new:
            Delivery.of_letter(letter, lane).save()
            nudge.after_commit()
