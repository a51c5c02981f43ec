"""A person registers the organisation they act for and asks to have it verified."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from association.lib.refusals import Incomplete, Refused, tell
from association.members.forms import RegistrationForm
from association.members.joining import register_organisation
from association.members.models import Organisation
from association.members.models.organisation import PINYIN
from association.members.persona import persona_of
from association.members.views.card import editable


@login_required
def register(request: HttpRequest) -> HttpResponse:
    """Name and credit code; whoever waits for verification is led there, unless for another."""
    waiting = persona_of(request.user).waiting_organisation
    if waiting and request.method == "GET" and "another" not in request.GET:
        return redirect(waiting)
    form = RegistrationForm(request.POST or None)
    if form.is_valid():
        try:
            organisation = register_organisation(form.save(commit=False), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The organisation is registered. Now have it verified."))
            return redirect(organisation)
    own = Organisation.objects.filter(pk__in=persona_of(request.user).organisation_ids)
    context = {"form": form, "own": own.order_by(PINYIN, "pk")}
    return render(request, "members/register.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def request_verification(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the secretariat to verify the organisation."""
    organisation = editable(request, slug)
    try:
        organisation.request_verification(by=request.user)
    except Incomplete as refusal:
        tell(request, refusal)
        return redirect("members:edit", slug)
    except Refused as refusal:
        tell(request, refusal)
    else:
        sentence = _(
            "Verification is requested. The secretariat now compares name and credit code with "
            "the public register of enterprises; its answer comes to your inbox and by mail, "
            "usually within a few working days."
        )
        messages.success(request, sentence)
    return redirect(organisation)
