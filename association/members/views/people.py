"""Who speaks for an organisation: seen and changed by those who administer it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from association.lib.refusals import Refused, tell
from association.members.forms import InvitationForm
from association.members.letters import send_invitation
from association.members.models import Invitation, Organisation
from association.members.models.invitation import AlreadyInvited
from association.members.policy import require


def administered(request: HttpRequest, slug: str) -> Organisation:
    """The organisation if the visitor may see it (404) and administers it (403)."""
    rows = Organisation.objects.visible_to(request.user).standing_alone()
    organisation = get_object_or_404(rows, slug=slug)
    require(request.user, "mandate.grant", organisation)
    return organisation


@login_required
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Mandates valid today, open invitations, and the form to invite."""
    organisation = administered(request, slug)
    form = InvitationForm(request.POST or None, organisation=organisation)
    if form.is_valid() and invite(request, organisation, form):
        return redirect("members:people", slug)
    mandates = organisation.mandates.valid_on().select_related("user")
    context = {
        "organisation": organisation,
        "form": form,
        "mandates": mandates.order_by("role", "from_on", "pk"),
        "invitations": organisation.invitations.still_open().order_by("-invited_at", "pk"),
    }
    return render(request, "members/people.html", context)


def invite(request: HttpRequest, organisation: Organisation, form: InvitationForm) -> bool:
    """Issue and send; a refusal becomes an error of the form."""
    try:
        with transaction.atomic():
            invitation, token = Invitation.issue(organisation, **form.cleaned_data, by=request.user)
            send_invitation(invitation, token, get_language())
    except AlreadyInvited as refusal:
        form.offer_again()
        form.add_error(None, str(refusal.message))
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal.message))
        return False
    messages.success(request, _("The invitation is on its way to %s.") % invitation.email)
    return True


@login_required
def end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask, then end a mandate today."""
    organisation = administered(request, slug)
    mandate = get_object_or_404(organisation.mandates.select_related("user"), pk=pk)
    if request.method != "POST":
        context = {"organisation": organisation, "mandate": mandate}
        return render(request, "members/mandate_end.html", context)
    try:
        mandate.end(by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The mandate of %s has ended.") % mandate.user)
        if mandate.user_id == request.user.pk:
            return redirect("workbench:home")
    return redirect("members:people", slug)


@login_required
@require_POST
def revoke(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation, pk=pk, organisation=administered(request, slug))
    try:
        invitation.revoke(by=request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The invitation is withdrawn."))
    return redirect("members:people", slug)
