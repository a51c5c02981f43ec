"""Pages of interests: send one, see one's own, answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from association.lib.refusals import Conflict, Incomplete, NotAllowed
from association.members.persona import persona_of
from association.members.policy import may
from platforms.cooperation.forms import AnswerForm, ExpressForm, SupplementForm
from platforms.cooperation.models import Interest
from platforms.cooperation.obstacle import may_still_register, obstacle, senders
from platforms.publishing.models import Entry
from platforms.publishing.querysets import own_ids

PARTIES = ("organisation", "entry__owner", "author")


def visible_interest(request, public_id: str) -> Interest:
    """The interest that the address names; 404 for all but its parties and the secretariat."""
    rows = Interest.objects.visible_to(request.user).select_related(*PARTIES)
    return get_object_or_404(rows, public_id=public_id)


@login_required
@require_http_methods(["GET", "POST"])
def express(request, public_id: str):
    """Send an interest in an entry, in the name of one's organisation."""
    entry = get_object_or_404(Entry.objects.visible_to(request.user), public_id=public_id)
    reason = obstacle(entry, request.user)
    if reason:
        may_register = may_still_register(request.user)
        context = {"entry": entry, "reason": reason, "may_register": may_register}
        return render(request, "cooperation/obstacle.html", context, status=403)
    own = Interest.objects.sent_by(request.user).filter(entry=entry).exclude(status="withdrawn")
    if existing := own.first():
        messages.info(request, _("Your organisation has already expressed interest."))
        return redirect(existing)
    form = ExpressForm(request.POST or None, initial=_introduced(request.user))
    form.offer(senders(entry, request.user))
    if request.method == "POST" and form.is_valid():
        return _send(request, entry, form.cleaned_data)
    context = {"entry": entry, "form": form, "mandates": senders(entry, request.user)}
    status = 400 if form.is_bound else 200
    return render(request, "cooperation/express.html", context, status=status)


def _introduced(user):
    return {
        "contact_name": user.full_name,
        "contact_phone": user.phone,
        "contact_email": user.email,
    }


def _send(request, entry, values):
    consent, organisation_id = values.pop("consent"), values.pop("organisation")
    interest = Interest.express(
        entry,
        by=request.user,
        organisation_id=organisation_id,
        consent=consent,
        **values,
    )
    messages.success(request, _("Sent. The zone has been told and will answer here."))
    return redirect(interest)


@login_required
@require_safe
def interests(request):
    """Sent and received ones, those that wait for an answer first."""
    rows = Interest.objects.select_related("organisation", "entry__owner")
    received = rows.received_by(request.user).order_by("answered_at", "due_on", "-pk")
    sent = rows.sent_by(request.user).order_by("-sent_at", "-pk")
    context = {"received": received[:100], "sent": sent[:100]}
    return render(request, "cooperation/interest_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def interest(request, public_id: str):
    """One interest with its history; its owner answers here."""
    found = visible_interest(request, public_id)
    is_owner = may(request.user, "interest.answer", found)
    form = AnswerForm(request.POST or None) if is_owner and found.is_awaiting_answer else None
    if request.method == "POST":
        if not is_owner:
            raise NotAllowed
        if form is None:
            raise Conflict
        if form.is_valid() and _answer(request, found, form):
            return redirect(found)
    context = _context(request, found, form)
    status = 400 if form is not None and form.is_bound else 200
    return render(request, "cooperation/interest_detail.html", context, status=status)


def _answer(request, found, form) -> bool:
    values = form.cleaned_data
    try:
        found.give_answer(
            values["answer"],
            by=request.user,
            note=values["answer_note"],
            reason=values["reason"],
        )
    except Incomplete as refusal:
        for name, sentence in refusal.gaps.items():
            form.add_error(name, sentence)
        return False
    messages.success(request, _("Answered. The firm has been told."))
    return True


def _context(request, found, form, **more):
    own = own_ids(persona_of(request.user))
    is_sender = found.organisation_id in own
    return {
        "interest": found,
        "entry": found.entry,
        "form": form,
        "is_sender": is_sender,
        "is_party": is_sender or found.entry.owner_id in own,
        "supplement_form": SupplementForm()
        if is_sender and found.answer == "more_information"
        else None,
        "events": found.events.select_related("by", "on_behalf_of").order_by("-at", "-pk"),
        **more,
    }


@login_required
@require_POST
def contacts(request, public_id: str):
    """Show the other side's contacts, once it suits both; the look is logged."""
    found = visible_interest(request, public_id)
    rows = found.contacts(by=request.user)
    context = _context(request, found, None, contacts=rows)
    return render(request, "cooperation/interest_detail.html", context)


@login_required
@require_POST
def acknowledge(request, public_id: str):
    """The zone says that it has read it."""
    found = visible_interest(request, public_id)
    found.acknowledge(by=request.user)
    messages.success(request, _("The firm now sees that you have received its interest."))
    return redirect(found)


@login_required
@require_POST
def supplement(request, public_id: str):
    """The firm adds what the zone asked for."""
    found = visible_interest(request, public_id)
    form = SupplementForm(request.POST)
    context = _context(request, found, None)
    if context["supplement_form"] and not form.is_valid():
        context["supplement_form"] = form
        return render(request, "cooperation/interest_detail.html", context, status=400)
    found.supplement(request.POST.get("text", ""), by=request.user)
    messages.success(request, _("Sent. The zone has been told and will answer here."))
    return redirect(found)


@login_required
@require_POST
def withdraw(request, public_id: str):
    """The firm no longer wants to talk."""
    found = visible_interest(request, public_id)
    found.withdraw(by=request.user)
    messages.success(request, _("Withdrawn. The zone has been told."))
    return redirect(found)
