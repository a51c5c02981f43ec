"""People who administer an organisation edit its card."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from association.members.forms import CardForm
from association.members.models import Organisation
from association.members.policy import require


def editable(request: HttpRequest, slug: str) -> Organisation:
    """The organisation if the visitor may see it (404) and change its card (403)."""
    rows = Organisation.objects.visible_to(request.user).standing_alone()
    organisation = get_object_or_404(rows, slug=slug)
    require(request.user, "organisation.edit", organisation)
    return organisation


@login_required
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Names, code, place, website and profile; the history records each change."""
    organisation = editable(request, slug)
    form = CardForm(request.POST or None, instance=organisation)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(organisation)
    # A refused form has changed its instance: the page names the organisation as it is stored.
    organisation = Organisation.objects.get(pk=organisation.pk)
    context = {"form": form, "organisation": organisation}
    status = 400 if form.errors else 200
    return render(request, "members/organisation_edit.html", context, status=status)
