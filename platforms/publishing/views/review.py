"""The secretariat's queue: what waits for a decision, and the page where it is made."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from association.lib.refusals import Overtaken
from association.members.policy import require
from platforms.publishing.comparison import as_readers_see, changes, similar
from platforms.publishing.forms import DecisionForm
from platforms.publishing.models import Entry
from platforms.publishing.views.access import visible_entry

DONE = {
    "publish": _("Published."),
    "give_back": _("Returned. The organisation has been told."),
    "reject": _("Rejected. The organisation has been told."),
}


@login_required
@require_safe
def queue(request):
    """Entries and new versions in review, the longest waiting first."""
    require(request.user, "entry.queue")
    rows = Entry.objects.visible_to(request.user).in_review().select_related("owner", "author")
    entries = rows.order_by("submitted_at", "pk")[:200]
    return render(request, "publishing/queue.html", {"entries": entries})


@login_required
@require_http_methods(["GET", "POST"])
def review(request, public_id: str):
    """Read, compare, decide; a decision about an older text is refused as overtaken."""
    found = visible_entry(request, public_id, "entry.queue")
    data = request.POST if request.method == "POST" else None
    form = DecisionForm(data, initial={"seen": found.edit_number})
    if data is not None and form.is_valid():
        try:
            return _decide(request, found, form.cleaned_data)
        except Overtaken as refusal:
            messages.error(request, str(refusal.message))
            return redirect("publishing:review", public_id)
    return _page(request, found, form, status=400 if data is not None else 200)


def _decide(request, found, values):
    decision = values["decision"]
    verb = getattr(found, decision)
    verb(by=request.user, note=values["note"], seen=values["seen"])
    messages.success(request, str(DONE[decision]))
    return redirect("publishing:queue")


def _page(request, found, form, status):
    revision = found.open_revision()
    context = {
        **as_readers_see(found),
        "entry": found,
        "form": form,
        "revision": revision,
        "changes": changes(found),
        "similar": similar(found, request.user),
        "events": found.events.select_related("by", "on_behalf_of").order_by("-at", "-pk")[:20],
        "is_own": request.user.pk in found.author_ids,
    }
    return render(request, "publishing/review.html", context, status=status)
