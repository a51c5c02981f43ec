"""The writer's desk: start a draft, write it step by step, check it, submit it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from association.lib.refusals import Incomplete, NotAllowed, Overtaken
from association.members.persona import persona_of
from platforms.publishing.comparison import as_readers_see
from platforms.publishing.forms import step_form
from platforms.publishing.kinds import Kind, all_kinds, kind_of
from platforms.publishing.models import Entry
from platforms.publishing.models.content import differences
from platforms.publishing.views.access import step_of, visible_entry
from platforms.publishing.views.progress import check_trail, gaps_by_step, progress


@login_required
@require_http_methods(["GET", "POST"])
def start(request, kind: str):
    """Begin a draft; with several organisations the writer says for which."""
    try:
        declared = kind_of(kind)
    except KeyError:
        raise Http404 from None
    mandates = _creators(request.user, declared)
    if not mandates:
        raise NotAllowed(_("Only people who write for a verified organisation can post here."))
    if request.method == "POST":
        chosen = request.POST.get("organisation", "")
        owner = next((m for m in mandates if str(m.organisation_id) == chosen), None)
        if owner is None:
            raise NotAllowed
        entry = Entry.start(declared, owner_id=owner.organisation_id, by=request.user)
        return redirect("publishing:edit", entry.public_id, declared.steps[0].code)
    return render(request, "publishing/start.html", {"kind": declared, "mandates": mandates})


def _creators(user, kind: Kind):
    """The writing mandates under which `user` may create an entry of this kind."""
    persona = persona_of(user)
    allowed = kind.creators | {"SE", "SA"}
    rows = {m.organisation_id: m for m in persona.writing_mandates}
    return [m for key, m in rows.items() if persona.roles_at.get(key, set()) & allowed]


@login_required
@require_http_methods(["GET", "POST"])
def edit(request, public_id: str, code: str):
    """One step of the form; saving never loses a word, even when another tab saved first."""
    entry = visible_entry(request, public_id, "entry.edit")
    step = step_of(entry, code)
    if request.method == "GET" and not entry.is_editable:
        return _not_now(request, entry)
    content, seen = entry.working_content()
    data = request.POST if request.method == "POST" else None
    form, contacts = step_form(entry, step, content, seen, data)
    if data is not None:
        if form.is_valid() and (contacts is None or contacts.is_valid()):
            return _save(request, entry, step, form, contacts)
        return _page(request, entry, step, form, contacts, status=400)
    if "gaps" in request.GET:
        form.show_gaps(entry.gaps())
    return _page(request, entry, step, form, contacts)


def _not_now(request, entry):
    """To the entry's own page, which offers to take it back."""
    messages.info(request, str(entry.why_not_editable))
    return redirect("publishing:entry", entry.public_id)


def _save(request, entry, step, form, contacts):
    content = form.content()
    if contacts is not None:
        content["contacts"] = contacts.content()
    try:
        entry.save_draft(content, seen=form.cleaned_data["seen"], by=request.user)
    except Overtaken:
        return _overtaken(request, entry, step, form, contacts)
    messages.success(request, _("Saved."))
    return _next_page(request, entry, step)


def _overtaken(request, entry, step, form, contacts):
    """Show the writer's own words again beside what the other one saved; nothing is lost."""
    entry = visible_entry(request, entry.public_id)
    theirs, seen = entry.working_content()
    mine = form.content()
    form.data = form.data.copy()
    form.data["seen"] = seen
    other, _contacts = step_form(entry, step, theirs, seen)
    context = {
        "theirs": [other[name] for name in differences(theirs, mine)],
        "their_contacts": theirs["contacts"]
        if contacts is not None and theirs["contacts"] != contacts.content()
        else None,
        "is_overtaken": True,
    }
    return _page(request, entry, step, form, contacts, status=412, **context)


def _next_page(request, entry, step):
    steps = list(entry.declared_kind.steps)
    place = steps.index(step)
    if "stay" in request.POST:
        return redirect("publishing:edit", entry.public_id, step.code)
    if place + 1 < len(steps):
        return redirect("publishing:edit", entry.public_id, steps[place + 1].code)
    return redirect("publishing:check", entry.public_id)


def _page(request, entry, step, form, contacts, status=200, **more):
    context = {
        "entry": entry,
        "step": step,
        "form": form,
        "groups": form.groups(step),
        "contacts": contacts,
        "steps": progress(entry, here=step.code, with_gaps="gaps" in request.GET),
        "returned": entry.events.filter(step="give_back").order_by("-at", "-pk").first()
        if _is_returned(entry)
        else None,
        **more,
    }
    return render(request, "publishing/edit.html", context, status=status)


def _is_returned(entry) -> bool:
    revision = entry.open_revision() if entry.is_revisable else None
    return "returned" in (entry.status, revision.status if revision else "")


@login_required
@require_safe
def check(request, public_id: str):
    """The whole draft as readers will see it, and what is still missing."""
    entry = visible_entry(request, public_id, "entry.edit")
    if not entry.is_editable:
        return _not_now(request, entry)
    gaps = gaps_by_step(entry)
    context = {**as_readers_see(entry), "entry": entry, "gaps": gaps, "steps": check_trail(entry)}
    context["contacts"] = entry.working_content()[0]["contacts"]
    return render(request, "publishing/check.html", context)


@login_required
@require_POST
def submit(request, public_id: str):
    """Hand in; a refusal leads to the first step with a gap, each named beside its field."""
    entry = visible_entry(request, public_id, "entry.submit")
    try:
        entry.submit(by=request.user)
    except Incomplete as refusal:
        messages.error(request, str(refusal.message))
        first = gaps_by_step(entry)[0].step
        target = redirect("publishing:edit", entry.public_id, first.code)
        target["Location"] += "?gaps=1"
        return target
    messages.success(request, _("Submitted. The secretariat has been told."))
    return redirect("publishing:entry", entry.public_id)


@login_required
@require_safe
def kinds(request):
    """What the signed-in person can post."""
    offered = [kind for kind in all_kinds() if _creators(request.user, kind)]
    return render(request, "publishing/kinds.html", {"kinds": offered})
