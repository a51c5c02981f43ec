"""Who answers for an entry, and the log of who looked."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.fields import LineField
from association.lib.refusals import Conflict, TooMany
from association.members.policy import may, require
from platforms.publishing.models.entry import Entry

LOOKS_A_DAY = 30  # DP-02: the 31st look at contacts within a day is refused


class EntryContact(models.Model):
    """One of at most two contacts; never shown to the anonymous public."""

    class Role(models.TextChoices):
        PROJECT = "project", _("project contact")
        INVESTMENT = "investment", _("investment service")
        POLICY = "policy", _("policy and approvals")

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="contacts")
    place = models.PositiveSmallIntegerField()
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.PROJECT)
    name = LineField(_("name"), max_length=100)
    phone = LineField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "place"],
                name="publishing_contact_place",
                violation_error_message=_("This place is taken."),
            ),
            models.CheckConstraint(
                condition=Q(place__in=[1, 2]),
                name="publishing_two_contacts",
                violation_error_message=_("An entry has at most two contacts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ContactLook(models.Model):
    """Somebody looked at the contacts of an entry."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="looks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=30)

    class Meta:
        verbose_name = _("look at contacts")
        verbose_name_plural = _("looks at contacts")
        indexes = [models.Index(fields=["by", "at"], name="publishing_looks_by")]

    def __str__(self) -> str:
        return f"{self.by_id} → {self.entry_id}"

    @classmethod
    def reveal(cls, entry: Entry, *, by) -> list[EntryContact]:
        """Show somebody the contacts, and log it.

        Of what is closed only its own people and the secretariat see them (permissions.md):
        NotAllowed for the wrong role, Conflict for a closed entry.
        """
        require(by, "contact.reveal", entry)
        if not (entry.is_open or may(by, "entry.close", entry)):
            raise Conflict(_("This entry is closed."))
        return cls.log(entry, by=by, reason="entry")

    @classmethod
    @transaction.atomic
    def log(cls, entry: Entry, *, by, reason: str) -> list[EntryContact]:
        """Log the look and return the contacts; raises TooMany after thirty within a day."""
        since = timezone.now() - timedelta(days=1)
        # The person's row is the lock under which the looks of a day are counted.
        get_user_model().objects.select_for_update().get(pk=by.pk)
        if cls.objects.filter(by=by, at__gt=since).count() >= LOOKS_A_DAY:
            raise TooMany(_("You have looked at many contacts today. Please go on tomorrow."))
        cls.objects.create(entry_id=entry.pk, by=by, reason=reason)
        return list(entry.contacts.order_by("place"))


def masked(row: dict[str, str]) -> str:
    """A contact for those who have not asked to see it: 陈* 051****101 c***@ (DP-01)."""
    name, phone, email = row["name"], row["phone"], row["email"]
    parts = [
        f"{name[:1]}*" if name else "",
        f"{phone[:3]}****{phone[-3:]}" if len(phone) > 6 else "****" if phone else "",
        f"{email[:1]}***@" if email else "",
    ]
    return " ".join(part for part in parts if part)
