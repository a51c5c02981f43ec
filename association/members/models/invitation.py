"""Invitations: an organisation asks a person to speak for it; the person consents by accepting."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict, Refused, TooMany
from association.members.models.figure import RuleFigure
from association.members.models.mandate import Mandate
from association.members.models.organisation import Organisation
from association.members.persona import forget_persona
from association.members.policy import require

Role = Mandate.Role
# Expert and auditor are roles at the association; a legal representative is recorded, not invited.
MEMBER_ROLES = (Role.ADMINISTRATOR, Role.EDITOR, Role.DELEGATE, Role.OBSERVER, Role.FINANCE)
ASSOCIATION_ROLES = (Role.ADMINISTRATOR, Role.EDITOR, Role.EXPERT)


def roles_to_invite(organisation: Organisation) -> tuple[Role, ...]:
    """Roles in which people may be invited to speak for an organisation."""
    return ASSOCIATION_ROLES if organisation.kind == "association" else MEMBER_ROLES


class AlreadyInvited(Conflict):
    """The address holds an open invitation; it can be sent anew on purpose."""


class InvitationQuerySet(models.QuerySet):
    """Sets of invitations."""

    def still_open(self):
        """Neither accepted nor withdrawn nor expired."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def by_token(self, token: str):
        """The invitation of a token from a mail, or none."""
        return self.filter(token_hash=Invitation.digest(token)).first()


class Invitation(models.Model):
    """One letter to one address, for one role; opened by a token that only the letter holds."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="invitations", verbose_name=_("organisation")
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=16, choices=Mandate.Role.choices)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("invited by"),
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited at"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires at"), editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self) -> str:
        return f"{self.email} → {self.organisation}"

    @classmethod
    @transaction.atomic
    def issue(cls, organisation: Organisation, email: str, role: str, *, by, again: bool = False):
        """Invite `email`; returns (invitation, token). The token is shown to nobody but the mail.

        AlreadyInvited while an invitation of the address is open; with `again` the new one takes
        the place of those.
        """
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        require(by, "mandate.grant", organisation)
        if role not in roles_to_invite(organisation) or organisation.merged_into_id:
            raise Refused(_("Nobody can be invited to this role."))
        email = email.strip().lower()
        cls._require_room(organisation, email, role)
        cls._replace_open(organisation, email, again)
        token = secrets.token_urlsafe(32)
        invitation = cls.objects.create(
            organisation=organisation,
            email=email,
            role=role,
            invited_by=by,
            token_hash=cls.digest(token),
            expires_at=timezone.now() + timedelta(days=RuleFigure.objects.value("invitation_life")),
        )
        return invitation, token

    @classmethod
    def _require_room(cls, organisation: Organisation, email: str, role: str) -> None:
        """Not twice the same mandate, not more letters in a day than the rule allows."""
        held = organisation.mandates.valid_on().filter(user__email=email, role=role)
        if held.exists():
            raise Conflict(_("This person already holds this role."))
        invitations = cls.objects.filter(organisation=organisation)
        since = timezone.now() - timedelta(days=1)
        if invitations.filter(invited_at__gt=since).count() >= RuleFigure.objects.value(
            "invitations_per_day"
        ):
            raise TooMany(_("No more invitations can be sent today."))

    @classmethod
    def _replace_open(cls, organisation: Organisation, email: str, again: bool) -> None:
        """Withdraw what is open for the address, if that is what the person wants."""
        rows = cls.objects.still_open().filter(organisation=organisation, email=email)
        before = rows.order_by("-invited_at", "pk").first()
        if before and not again:
            sentence = _("%(email)s has already been invited as %(role)s and has not answered yet.")
            words = {"email": email, "role": before.get_role_display()}
            raise AlreadyInvited(str(sentence) % words)
        rows.update(revoked_at=timezone.now())

    @staticmethod
    def digest(token: str) -> str:
        """What is stored of a token: a stolen table opens no door."""
        return hashlib.sha256(token.encode()).hexdigest()

    @property
    def is_open(self) -> bool:
        return not (self.accepted_at or self.revoked_at) and timezone.now() < self.expires_at

    @property
    def why_closed(self) -> object:
        """A sentence that says why this can no longer be accepted; empty while it can."""
        if self.accepted_at:
            return _("This invitation has already been accepted.")
        if self.revoked_at:
            return _("This invitation has been withdrawn.")
        return "" if self.is_open else _("This invitation has expired. Ask for a new one.")

    def revoke(self, *, by) -> None:
        """The organisation takes the invitation back."""
        require(by, "mandate.grant", self.organisation)
        if not Invitation.objects.still_open().filter(pk=self.pk).update(revoked_at=timezone.now()):
            raise Conflict(_("This invitation has been used, withdrawn or has expired."))

    @transaction.atomic
    def accept(self, *, by) -> Mandate:
        """The invited person consents; only they, only once, only in time."""
        if by.email.lower() != self.email:
            raise Refused(_("This invitation was sent to another address."))
        if (
            not Invitation.objects.still_open()
            .filter(pk=self.pk, organisation__merged_into=None)
            .update(accepted_at=timezone.now())
        ):
            raise Conflict(_("This invitation has been used, withdrawn or has expired."))
        if Mandate.excludes(by, self.role):
            raise Refused(_("An auditor may not also hold a mandate that writes."))
        mandate, _made = Mandate.objects.get_or_create(
            user=by,
            organisation=self.organisation,
            role=self.role,
            scope=Mandate.Scope.ORGANISATION,
            until_on=None,
        )
        forget_persona(by)
        return mandate
