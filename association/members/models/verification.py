"""Whether the secretariat has confirmed that an organisation is who it says; its small machine."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from association.lib.refusals import Conflict, Incomplete, Refused
from association.members.policy import require

# Called in the transaction of a step with (organisation, step=, by=, note=). An app above appends
# the function that writes its history, from which people are told; histories lie a layer above.
RECORDERS: list[Callable[..., Any]] = []
# Kinds that the public register of enterprises knows: there the code is what is looked up.
KINDS_WITH_CODE = {"firm", "financial_institution"}


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

    @property
    def lacks_credit_code(self) -> bool:
        """Whether it cannot be verified yet, because there is no code to look up."""
        known = self.kind in KINDS_WITH_CODE and self.country_code == "CN"
        return known and not self.credit_code

    @property
    def fixed_fields(self) -> tuple[str, ...]:
        """What its own people may not change: it is being checked, or has been."""
        return () if self.may_request_verification else ("name_zh", "credit_code")

    def request_verification(self, *, by) -> None:
        """Ask the secretariat to verify; by an administrator of the organisation."""
        require(by, "organisation.edit", self)
        self._require_credit_code()
        self._move_verification({"unverified", "rejected"}, "pending", step="request", by=by)

    def verify(self, *, by, note: str = "") -> None:
        """The secretariat has checked name and identifier."""
        require(by, "organisation.verify", self)
        self._require_credit_code()
        origins = {"unverified", "pending", "rejected"}
        self._move_verification(origins, "verified", step="verify", by=by, note=note)

    def reject(self, *, by, note: str) -> None:
        """The secretariat could not confirm the organisation; the note says why."""
        require(by, "organisation.verify", self)
        if not note.strip():
            raise Refused(_("Say why the organisation could not be verified."))
        self._move_verification(
            {"pending", "verified"}, "rejected", step="reject", by=by, note=note
        )

    def _require_credit_code(self) -> None:
        if self.lacks_credit_code:
            sentence = _("%(organisation)s has no unified social credit code yet: enter it first.")
            words = str(sentence) % {"organisation": self}
            raise Incomplete({"credit_code": words}, words)

    @transaction.atomic
    def _move_verification(
        self, origins: set[str], to: str, *, step: str, by: Any, note: str = ""
    ) -> None:
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
        for record in RECORDERS:
            record(self, step=step, by=by, note=values["verification_note"])
