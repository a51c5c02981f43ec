"""Finding the entry that an address names, for those who may see it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from association.lib.refusals import NotAllowed
from association.members.policy import may
from platforms.publishing.models import Entry


def visible_entry(request, public_id: str, action: str | None = None) -> Entry:
    """The entry as its child model; 404 unseen, 403 seen but not allowed."""
    rows = Entry.objects.visible_to(request.user).select_related("owner", "author")
    entry = get_object_or_404(rows, public_id=public_id).whole
    if action and not may(request.user, action, entry):
        raise NotAllowed
    return entry


def step_of(entry: Entry, code: str):
    """The declared form step with that code; 404 otherwise."""
    step = entry.declared_kind.step(code)
    if step is None:
        raise Http404
    return step
