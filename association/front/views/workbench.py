"""The workbench: what a signed-in person writes, what waits for them, which answers are due."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse
from django.views.generic import TemplateView

from association.members.persona import persona_of
from association.members.policy import may
from platforms.cooperation.models import Interest
from platforms.publishing.models import Entry
from platforms.publishing.steps import EDITABLE, IN_REVIEW, ON_VIEW

SHOWN = 20


class Workbench(LoginRequiredMixin, TemplateView):
    """One page with what concerns this person now; every list is short and leads on."""

    template_name = "workbench/home.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        persona = persona_of(user)
        mine = Entry.objects.owned_by(user).select_related("owner")
        interests = Interest.objects.select_related("organisation", "entry")
        may_review = may(user, "entry.queue")
        return super().get_context_data(
            persona=persona,
            desks=[self.desk(persona, mandate) for mandate in persona.mandates],
            drafts=mine.filter(status__in=EDITABLE).order_by("-updated_at", "-pk")[:SHOWN],
            in_review=mine.filter(status__in=IN_REVIEW).order_by("submitted_at", "pk")[:SHOWN],
            versions=mine.with_open_version().order_by("-updated_at", "-pk")[:SHOWN],
            on_view=mine.filter(status__in=ON_VIEW).newest()[:SHOWN],
            to_review=self.waiting(user) if may_review else None,
            due=interests.received_by(user).awaiting_answer().order_by("due_on", "pk")[:SHOWN],
            sent=interests.sent_by(user).order_by("-sent_at", "-pk")[:SHOWN],
            **kwargs,
        )

    def desk(self, persona, mandate):
        """One organisation of the person, with the page of its people for who administers it."""
        organisation = mandate.organisation
        people_url = ""
        if persona.is_administrator_of(organisation.pk):
            people_url = reverse("members:people", args=[organisation.slug])
        return {"mandate": mandate, "organisation": organisation, "people_url": people_url}

    def waiting(self, user):
        """Entries and new versions in review, the longest waiting first."""
        rows = Entry.objects.visible_to(user).in_review().select_related("owner")
        return rows.order_by("submitted_at", "pk")[:SHOWN]
