"""Mandates: a person speaks for an organisation, in a role, for a time. Rights follow from them."""

from datetime import date, timedelta

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.dates import today
from association.lib.refusals import Conflict, Refused
from association.members.models.membership import Membership
from association.members.models.organisation import Organisation
from association.members.persona import ADMINISTERING, WRITING
from association.members.policy import require

# role → roles that the same person may not hold at the same time
EXCLUDED = {"auditor": WRITING, **{role: {"auditor"} for role in WRITING}}


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

    def administering(self):
        """Those whose holder administers the whole organisation and can sign in."""
        return self.filter(role__in=ADMINISTERING, scope="organisation", user__is_active=True)

    def ending_within(self, days: int):
        """Those valid today that end on one of the next `days` days."""
        last = today() + timedelta(days=days)
        return self.valid_on().filter(until_on__lte=last)

    def organisations_without_administrator(self):
        """Verified organisations for which nobody can act today."""
        administered = self.valid_on().administering().values("organisation")
        verified = Organisation.objects.standing_alone().filter(verification="verified")
        return verified.exclude(pk__in=administered)


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True
)
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
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="substitutes",
        verbose_name=_("substitute for"),
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

    def clean(self) -> None:
        """Roles that exclude each other are refused in forms too."""
        if Mandate.excludes(self.user_id, self.role):
            raise ValidationError(_("An auditor may not also hold a mandate that writes."))

    @classmethod
    def excludes(cls, user, role: str) -> bool:
        """Whether what the person holds today rules out `role`: an auditor writes nothing."""
        return cls.objects.valid_on().filter(user=user, role__in=EXCLUDED.get(role, ())).exists()

    @property
    def administers(self) -> bool:
        """Whether its holder administers the whole organisation."""
        return self.role in ADMINISTERING and self.scope == self.Scope.ORGANISATION

    @transaction.atomic
    def end(self, *, by, on: date | None = None) -> None:
        """End the mandate on a day; an organisation keeps an administrator unless it is merged.

        Open invitations that the person gave out for the organisation end with it.
        """
        # The organisation's row is the lock under which administrators are counted.
        organisation = Organisation.objects.select_for_update().get(pk=self.organisation_id)
        require(by, "mandate.grant", organisation)
        end_on = max(on or today(), self.from_on)
        if end_on < today():
            raise Refused(_("The end must not lie in the past."))
        if self.administers and not organisation.merged_into_id:
            self._require_another_administrator(end_on)
        still_open = Q(until_on=None) | Q(until_on__gt=end_on)
        if not Mandate.objects.filter(still_open, pk=self.pk).update(until_on=end_on):
            raise Conflict(_("This mandate has already ended."))
        self.until_on = end_on
        if self.administers and end_on <= today():
            organisation.invitations.filter(
                invited_by=self.user_id, accepted_at=None, revoked_at=None
            ).update(revoked_at=timezone.now())

    def _require_another_administrator(self, day: date) -> None:
        others = Mandate.objects.administering().filter(
            organisation=self.organisation_id, from_on__lte=day, until_on=None
        )
        if not others.exclude(user=self.user_id).exists():
            raise Refused(_("Name another administrator first: one must remain."))
