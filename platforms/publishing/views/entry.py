"""One entry for its people: permalink, history, deeds."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from association.lib.refusals import Incomplete
from association.members.policy import may
from platforms.publishing.comparison import as_readers_see
from platforms.publishing.forms import NoteForm, RenewForm
from platforms.publishing.models import ContactLook, Entry
from platforms.publishing.steps import ON_VIEW, REVISION_STEPS, STEPS
from platforms.publishing.views.access import visible_entry

# Deeds that need nothing but a click, and what is said afterwards.
CLICKS = {
    "retract": _("Taken back to your desk."),
    "pause": _("Paused. Nobody can express interest until you resume."),
    "resume": _("Open again."),
    "restore": _("On view again."),
    "endorse": _("Endorsed. The secretariat decides next."),
}
WITH_NOTE = {
    "fulfil": _("Marked as fulfilled."),
    "withdraw": _("Withdrawn."),
    "archive": _("Archived."),
    "hide": _("Taken down."),
}
DEEDS = {
    "retract": _("Take back to my desk"),
    "pause": _("Pause"),
    "resume": _("Resume"),
    "fulfil": _("Mark as fulfilled"),
    "archive": _("Archive"),
    "restore": _("Put back on view"),
    "endorse": _("Endorse"),
    "withdraw": _("End publication"),
    "hide": _("Take down"),
}


@require_safe
def entry(request, public_id: str):
    """The permalink of any entry: the page of its kind, or for its people their own view."""
    found = visible_entry(request, public_id)
    if not may(request.user, "entry.history", found):
        return redirect(found.get_absolute_url())
    context = {
        "entry": found,
        "events": found.events.select_related("by", "on_behalf_of").order_by("-at", "-pk"),
        "revision": found.open_revision(),
        "may_edit": found.is_editable and may(request.user, "entry.edit", found),
        "may_review": is_waiting(found) and may(request.user, "entry.queue"),
        "is_on_view": found.status in ON_VIEW,
        **as_readers_see(found),
        **deeds(found, request.user),
    }
    return render(request, "publishing/entry.html", context)


def is_waiting(found: Entry) -> bool:
    """Somebody of the secretariat has to decide: about the entry or about its new version."""
    revision = found.open_revision() if found.is_revisable else None
    return found.is_in_review or (revision is not None and revision.status == "submitted")


def deeds(found: Entry, user) -> dict[str, list[dict[str, Any]]]:
    """What leads on from here and this person may do: `deeds` by a click, `links` with a form."""
    open_now = [
        name
        for name, step in STEPS.items()
        if found.status in step.origins and may(user, step.action, found)
    ]
    revision = found.open_revision() if found.is_revisable else None
    if revision is not None and revision.status in REVISION_STEPS["retract"].origins:
        open_now += ["retract"] * may(user, "entry.submit", found)
    clicks = [_deed("publishing:take", found, name) for name in CLICKS if name in open_now]
    links = [
        _deed("publishing:take_with_note", found, name) for name in open_now if name in WITH_NOTE
    ]
    if "renew" in open_now:
        url = reverse("publishing:renew", args=[found.public_id])
        links.append({"label": _("Renew"), "url": url})
    return {"deeds": clicks, "links": links}


def deed_label(found: Entry, name: str) -> Any:
    """The deed in words: what was never on view is given up, not ended."""
    if name == "withdraw" and not found.version:
        return _("Give up this draft")
    return DEEDS[name]


def _deed(url_name: str, found: Entry, name: str) -> dict[str, Any]:
    return {
        "label": deed_label(found, name),
        "url": reverse(url_name, args=[found.public_id, name]),
    }


@login_required
@require_POST
def take(request, public_id: str, step: str):
    """A deed of one click."""
    if step not in CLICKS:
        raise Http404
    found = visible_entry(request, public_id)
    getattr(found, step)(by=request.user)
    messages.success(request, str(CLICKS[step]))
    return redirect("publishing:entry", public_id)


@login_required
@require_http_methods(["GET", "POST"])
def take_with_note(request, public_id: str, step: str):
    """A deed that is asked about first, because it cannot be taken back, with a reason."""
    if step not in WITH_NOTE:
        raise Http404
    found = visible_entry(request, public_id, STEPS[step].action)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        getattr(found, step)(by=request.user, note=form.cleaned_data["note"])
        messages.success(request, str(WITH_NOTE[step]))
        return redirect("workbench:home")
    context = {
        "entry": found,
        "form": form,
        "label": deed_label(found, step),
        "is_final": step != "hide",
    }
    return render(request, "publishing/note.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def renew(request, public_id: str):
    """Open until a later day, with the four facts confirmed."""
    found = visible_entry(request, public_id, "entry.close")
    form = RenewForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _renewed(request, found, form):
        return redirect("publishing:entry", public_id)
    context = {"entry": found, "form": form, "label": _("Renew")}
    return render(request, "publishing/note.html", context)


def _renewed(request, found: Entry, form) -> bool:
    until, facts = form.cleaned_data["valid_until"], set(form.cleaned_data["confirmed"])
    try:
        found.renew(until, confirmed=facts, by=request.user)
    except Incomplete as refusal:
        for name, sentence in refusal.gaps.items():
            form.add_error(name, sentence)
        return False
    messages.success(request, _("Renewed."))
    return True


@login_required
@require_POST
def reveal(request, public_id: str):
    """Show the contacts to somebody whose role includes it; the look is logged."""
    found = visible_entry(request, public_id)
    contacts = ContactLook.reveal(found, by=request.user)
    revision = found.open_revision() if found.is_revisable else None
    context = {
        "entry": found,
        "contacts": contacts,
        "proposed": revision.content.get("contacts") if revision else None,
    }
    return render(request, "publishing/contacts.html", context)
