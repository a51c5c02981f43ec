"""What the secretariat's overview says of the review queue."""

from django.urls import reverse
from django.utils.translation import gettext as _

from association.members.policy import may
from platforms.publishing.models import Entry


def in_review(request):
    """(label, count, address), or None for people who decide nothing."""
    if not may(request.user, "entry.queue"):
        return None
    count = Entry.objects.visible_to(request.user).in_review().count()
    return _("Entries in review"), count, reverse("publishing:queue")
