"""Mandates: a person speaks for an organisation, in a role, for a time. Rights follow from them."""

import hashlib
import secrets
from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.dates import today
from association.lib.refusals import Conflict, Refused
from association.members.models.figure import RuleFigure
from association.members.models.membership import Membership
from association.members.models.organisation import Organisation
from association.members.policy import require


class MandateQuerySet(models.QuerySet):
    """Sets of mandates."""

    def valid_on(self, day: date | None = None):
        """Those valid on `day`, for organisations that are not merged away."""
        day = day or today()
        open_end = Q(until_on__isnull=True) | Q(until_on__gt=day)
        return self.filter(open_end, from_on__lte=day, organisation__merged_into=None)

    def with_membership(self, day: date | None = None):
        """Annotate `is_member`: the organisation's membership is active on `day`."""
        return self.annotate(is_member=Membership.active_for("organisation_id", day))


class Mandate(models.Model):
    """Person P speaks for organisation O in a scope, in a role, from–to."""

    class Role(models.TextChoices):
        LEGAL = "legal", _("legal representative")
        ADMINISTRATOR = "administrator", _("administrator")
        EDITOR = "editor", _("editor")
        DELEGATE = "delegate", _("delegate")
        OBSERVER = "observer", _("observer")
        FINANCE = "finance", _("finance contact")
        EXPERT = "expert", _("expert")
        AUDITOR = "auditor", _("auditor")

    class Scope(models.TextChoices):
        ORGANISATION = "organisation", _("whole organisation")
        BODY = "body", _("a body")
        ALLIANCE = "alliance", _("an alliance")
        PLATFORM = "platform", _("a platform")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandates", verbose_name=_("person")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="mandates", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    scope = models.CharField(
        _("scope"), max_length=16, choices=Scope.choices, default=Scope.ORGANISATION
    )
    scope_code = models.CharField(_("which body, alliance or platform"), max_length=60, blank=True)
    from_on = models.DateField(_("from"), default=today)
    until_on = models.DateField(_("until (the first day after)"), null=True, blank=True)
    appointed_by = models.CharField(_("appointed by (document)"), max_length=200, blank=True)
    substitute_for = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="substitutes"
    )

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="members_mandate_ends_after_start",
                violation_error_message=_("The end must not lie before the start."),
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role", "scope", "scope_code"],
                condition=Q(until_on__isnull=True),
                name="members_one_open_mandate_per_role",
                violation_error_message=_("This person already holds this open mandate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation} · {self.get_role_display()}"

    def is_valid_on(self, day: date) -> bool:
        """Whether this mandate is valid on `day`."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)

    @transaction.atomic
    def end(self, *, by, on: date | None = None) -> None:
        """End the mandate on a day; a verified organisation keeps at least one administrator."""
        require(by, "mandate.grant", self.organisation)
        # The organisation's row is the lock under which administrators are counted.
        organisation = Organisation.objects.select_for_update().get(pk=self.organisation_id)
        if self.role == self.Role.ADMINISTRATOR and organisation.is_verified:
            others = organisation.mandates.valid_on(on).filter(role=self.role).exclude(pk=self.pk)
            if not others.exists():
                raise Refused(_("Name another administrator first: one must remain."))
        ended = Mandate.objects.filter(pk=self.pk, until_on=None).update(until_on=on or today())
        if not ended:
            raise Conflict(_("This mandate has already ended."))
        self.until_on = on or today()


class Invitation(models.Model):
    """An organisation asks a person to speak for it; the person consents by accepting."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=16, choices=Mandate.Role.choices)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires at"), editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.email} → {self.organisation}"

    @classmethod
    def issue(cls, organisation: Organisation, email: str, role: str, *, by):
        """Invite `email`; returns (invitation, token). The token is shown to nobody but the mail."""
        require(by, "mandate.grant", organisation)
        token = secrets.token_urlsafe(32)
        life = timedelta(days=RuleFigure.objects.value("invitation_life"))
        invitation = cls.objects.create(
            organisation=organisation,
            email=email.strip().lower(),
            role=role,
            invited_by=by,
            token_hash=cls.digest(token),
            expires_at=timezone.now() + life,
        )
        return invitation, token

    @staticmethod
    def digest(token: str) -> str:
        """What is stored of a token: a stolen table opens no door."""
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return not (self.accepted_at or self.revoked_at) and timezone.now() < self.expires_at

    @transaction.atomic
    def accept(self, *, by) -> Mandate:
        """The invited person consents; only they, only once, only in time."""
        if by.email.lower() != self.email:
            raise Refused(_("This invitation was sent to another address."))
        now = timezone.now()
        accepted = Invitation.objects.filter(
            pk=self.pk, accepted_at=None, revoked_at=None, expires_at__gt=now
        ).update(accepted_at=now)
        if not accepted:
            raise Conflict(_("This invitation has been used, withdrawn or has expired."))
        mandate, _made = Mandate.objects.get_or_create(
            user=by, organisation=self.organisation, role=self.role, until_on=None
        )
        return mandate
