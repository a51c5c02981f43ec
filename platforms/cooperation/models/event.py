"""The history of an interest, which is also what the two sides are told."""

from collections.abc import Iterator

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from association.members.people import writers_of
from association.notifications.happening import Happening, Notice
from platforms.cooperation.answers import Answer
from platforms.cooperation.models.interest import Interest


class InterestEvent(Happening):
    """One step of an interest."""

    interest = models.ForeignKey(Interest, models.CASCADE, related_name="events")
    # As they were at this step: the interest itself may have moved on before anybody is told.
    answer = models.CharField(max_length=20, choices=Answer.choices, blank=True)
    due_on = models.DateField()

    class Meta:
        verbose_name = gettext_lazy("step of an interest")
        verbose_name_plural = gettext_lazy("steps of interests")

    @property
    def subject(self) -> Interest:
        """The interest; a message leaves only while its reader may still see it."""
        return self.interest

    @property
    def label(self) -> object:
        """The step in words."""
        return LABELS[self.step]

    def notices(self) -> Iterator[Notice]:
        """The other side is told."""
        if self.step not in TITLES:
            return
        to_owner = self.step in ("send", "supplement", "withdraw")
        organisation_id = (
            self.interest.entry.owner_id if to_owner else self.interest.organisation_id
        )
        title = TITLES[self.step]
        yield Notice(
            recipients=writers_of(organisation_id).exclude(pk=self.by_id),
            category="interest",
            title=lambda: str(title) % {"title": self.interest.entry},
            body=lambda: self._body(),
            url=f"/interests/{self.interest.public_id}/",
        )

    def _body(self) -> str:
        interest = self.interest
        if self.step == "answer":
            words = _("%(owner)s answered: %(answer)s.") % {
                "owner": interest.entry.owner.name,
                "answer": self.get_answer_display(),
            }
            return f"{words}\n\n{self.note}" if self.note else words
        if self.step == "withdraw":
            return _("%(firm)s has withdrawn its interest.") % {"firm": interest.organisation.name}
        return _("%(firm)s would like to talk. Please answer by %(day)s.") % {
            "firm": interest.organisation.name,
            "day": date_format(self.due_on, "DATE_FORMAT"),
        }


LABELS = {
    "send": gettext_lazy("interest sent"),
    "acknowledge": gettext_lazy("received by the zone"),
    "answer": gettext_lazy("answered"),
    "supplement": gettext_lazy("information added"),
    "withdraw": gettext_lazy("withdrawn by the sender"),
}
TITLES = {
    "send": gettext_lazy("New interest in: %(title)s"),
    "answer": gettext_lazy("Answer to your interest in: %(title)s"),
    "supplement": gettext_lazy("More information on the interest in: %(title)s"),
    "withdraw": gettext_lazy("Interest withdrawn: %(title)s"),
}
