"""A person registers the organisation they act for and asks to have it verified."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from association.lib.refusals import Refused, tell
from association.members.forms import RegistrationForm
from association.members.joining import register_organisation
from association.members.models import Organisation
from association.members.persona import persona_of
from association.members.policy import require


@login_required
def register(request: HttpRequest) -> HttpResponse:
    """Name and credit code; the page says what comes next."""
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
    context = {"form": form, "own": own.order_by("name_key", "pk")}
    return render(request, "members/register.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def request_verification(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask the secretariat to verify the organisation."""
    rows = Organisation.objects.visible_to(request.user).standing_alone()
    organisation = get_object_or_404(rows, slug=slug)
    require(request.user, "organisation.edit", organisation)
    try:
        organisation.request_verification(by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The secretariat has been asked and will answer by mail."))
    return redirect(organisation)
