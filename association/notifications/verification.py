"""The history of verifications, which is also what the secretariat and the organisation are told.

It lies here and not beside the organisation because a history needs the outbox, and members lie
a layer below; `members.models.verification.RECORDERS` hands the steps up.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from association.members.models import Organisation
from association.members.people import administrators_of, secretariat
from association.notifications.happening import Happening, Notice


class VerificationEvent(Happening):
    """One step in the verification of an organisation: request, verify or reject."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="verification_events"
    )

    class Meta:
        verbose_name = gettext_lazy("step of a verification")
        verbose_name_plural = gettext_lazy("steps of verifications")

    @classmethod
    def record_step(cls, organisation: Organisation, *, step: str, by: Any, note: str) -> None:
        """Write the row of a step, in the transaction of the verb."""
        cls.record(organisation=organisation, step=step, by=by, note=note)

    @property
    def subject(self) -> Organisation:
        """The organisation; a message leaves only while its reader may still see it."""
        return self.organisation

    def notices(self) -> Iterator[Notice]:
        """The secretariat of a request; the administrators of what was decided."""
        is_request = self.step == "request"
        people = secretariat() if is_request else administrators_of(self.organisation_id)
        title, body = WORDS[self.step]
        yield Notice(
            recipients=people.exclude(pk=self.by_id),
            category="verification" if is_request else "member",
            title=lambda: str(title) % self._names(),
            body=lambda: str(body) % self._names(),
            url=self._address(is_request),
        )

    def _names(self) -> dict[str, object]:
        row = self.organisation
        return {"organisation": row.name, "code": row.credit_code or _("none"), "note": self.note}

    def _address(self, is_request: bool) -> str:
        with translation.override("zh-hans"):
            if is_request:
                return reverse("admin:members_organisation_change", args=[self.organisation_id])
            return self.organisation.get_absolute_url()


# step → title and text
WORDS = {
    "request": (
        gettext_lazy("Verification requested: %(organisation)s"),
        gettext_lazy(
            "Unified social credit code: %(code)s. Please compare name and code with the public "
            "register of enterprises, then verify or reject."
        ),
    ),
    "verify": (
        gettext_lazy("%(organisation)s is verified"),
        gettext_lazy(
            "The secretariat has verified %(organisation)s. You can now publish entries and "
            "express interest on its behalf."
        ),
    ),
    "reject": (
        gettext_lazy("%(organisation)s could not be verified"),
        gettext_lazy(
            "Reason: %(note)s\n\nPlease correct the data, then request verification again."
        ),
    ),
}
