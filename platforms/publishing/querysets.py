"""The one door for reading entries: what a visitor may see, and words for common sets."""

from django.db import models
from django.db.models import Q

from association.lib.dates import today
from association.lib.text import fold
from association.members.persona import Persona, persona_of
from platforms.publishing.steps import IN_REVIEW, ON_VIEW, Status
from zones.industries.models import Industry


class EntryQuerySet(models.QuerySet):
    """Sets of entries; children of Entry use the same class."""

    def visible_to(self, user):
        """Entries that `user` (None or anonymous: a visitor) may see; all else is not found.

        On view and within the audience; one's own in any state; for the secretariat whatever has
        left the writer's desk (permissions.md, state × reader).
        """
        persona = persona_of(user)
        own = Q(owner_id__in=own_ids(persona))
        if persona.is_secretariat:
            return self.filter(own | ~Q(status=Status.DRAFT))
        seen = Q(status__in=ON_VIEW)
        if persona.is_registered:
            seen |= Q(status=Status.ARCHIVED, published_at__isnull=False)
        return self.filter(own | (seen & Q(audience__in=audiences(persona))))

    def on_view(self):
        """Published and not paused or closed; may be past its date."""
        return self.filter(status=Status.PUBLISHED)

    def open_on(self, day=None):
        """Published and, on `day` (today), not past its date."""
        day = day or today()
        return self.on_view().filter(Q(valid_until=None) | Q(valid_until__gte=day))

    def in_review(self):
        """Waiting for the secretariat: new entries, and published ones with a new version."""
        revised = Q(revisions__status="submitted", status__in=("published", "paused"))
        return self.filter(Q(status__in=IN_REVIEW) | revised).distinct()

    def in_industries(self, chosen):
        """Those that name one of the industries, or one below a section given; each once."""
        wanted = [one.pk for one in chosen]
        named = Industry.objects.filter(Q(pk__in=wanted) | Q(parent__in=wanted))
        links = Industry.entries.through.objects.filter(industry__in=named)
        return self.filter(pk__in=links.values("entry"))

    def with_open_version(self):
        """Published ones of which a new version is being written or reviewed; `version_status`."""
        states = ("draft", "submitted", "returned")
        rows = self.filter(status__in=("published", "paused"), revisions__status__in=states)
        return rows.annotate(version_status=models.F("revisions__status"))

    def owned_by(self, user):
        """Entries of the organisations that `user` writes for."""
        return self.filter(owner_id__in=own_ids(persona_of(user)))

    def search(self, words: str):
        """Those that hold all words: in title and summary, or in the zone's or owner's names."""
        found = self
        for word in fold(words).split()[:8]:
            found = found.filter(
                Q(text_key__contains=word)
                | Q(zone__name_key__contains=word)
                | Q(owner__name_key__contains=word)
            )
        return found

    def newest(self):
        """Newest publication first."""
        return self.order_by(models.F("published_at").desc(nulls_last=True), "-pk")


def own_ids(persona: Persona) -> set[int]:
    """Organisations whose unpublished entries this visitor may read and write."""
    return {mandate.organisation_id for mandate in persona.writing_mandates}


def audiences(persona: Persona) -> list[str]:
    """The audiences that include this visitor."""
    found = ["public"]
    if persona.is_registered:
        found.append("registered")
    if persona.is_member:
        found.append("members")
    return found
