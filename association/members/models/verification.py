"""Whether the secretariat has confirmed that an organisation is who it says; its small machine."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict, Incomplete, Refused
from association.members.policy import require


class Verifiable(models.Model):
    """unverified → pending → verified | rejected; each step is one compare-and-set."""

    class Verification(models.TextChoices):
        UNVERIFIED = "unverified", _("unverified")
        PENDING = "pending", _("verification requested")
        VERIFIED = "verified", _("verified")
        REJECTED = "rejected", _("verification rejected")

    verification = models.CharField(
        _("verification"),
        max_length=12,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
        editable=False,
    )
    verification_note = models.CharField(
        _("note on the verification"), max_length=500, blank=True, editable=False
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_verified(self) -> bool:
        return self.verification == self.Verification.VERIFIED

    @property
    def may_request_verification(self) -> bool:
        """Whether the next step is to ask the secretariat."""
        return self.verification in {"unverified", "rejected"}

    def request_verification(self, *, by) -> None:
        """Ask the secretariat to verify; by an administrator of the organisation."""
        require(by, "organisation.edit", self)
        if self.country_code == "CN" and not self.credit_code:
            raise Incomplete({"credit_code": _("Enter the unified social credit code first.")})
        self._move_verification({"unverified", "rejected"}, "pending")

    def verify(self, *, by, note: str = "") -> None:
        """The secretariat has checked name and identifier."""
        require(by, "organisation.verify", self)
        self._move_verification({"unverified", "pending", "rejected"}, "verified", note=note)

    def reject(self, *, by, note: str) -> None:
        """The secretariat could not confirm the organisation; the note says why."""
        require(by, "organisation.verify", self)
        if not note.strip():
            raise Refused(_("Say why the organisation could not be verified."))
        self._move_verification({"pending", "verified"}, "rejected", note=note)

    def _move_verification(self, origins: set[str], to: str, *, note: str = "") -> None:
        values = {
            "verification": to,
            "verification_note": note.strip()[:500],
            "verified_at": timezone.now() if to == "verified" else None,
        }
        moved = (
            type(self)
            .objects.filter(pk=self.pk, verification__in=origins, merged_into=None)
            .update(**values)
        )
        if not moved:
            raise Conflict
        for name, value in values.items():
            setattr(self, name, value)
