"""The page behind the link of an invitation: for anybody who holds the letter."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from association.lib.refusals import Refused, tell
from association.members.forms import NewPersonForm
from association.members.joining import accept_with_new_account
from association.members.models import Invitation


@never_cache
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """One of: closed, another address, one button, sign in first, new account."""
    row = Invitation.objects.by_token(token)
    if row is None:
        raise Http404
    if row.why_closed:
        return show(request, row, "closed", status=410)
    if request.user.is_authenticated:
        return accept(request, row)
    if get_user_model().objects.filter(email__iexact=row.email).exists():
        return show(request, row, "sign_in")
    return join(request, row)


def show(request: HttpRequest, row: Invitation, state: str, status: int = 200, **words):
    """The page in one of its states."""
    context = {"invitation": row, "state": state, **words}
    return render(request, "members/invitation.html", context, status=status)


def accept(request: HttpRequest, row: Invitation) -> HttpResponse:
    """Somebody is signed in: one button for the right person, a sentence for another."""
    if request.user.email.lower() != row.email:
        return show(request, row, "other_address", status=403)
    if request.method != "POST":
        return show(request, row, "accept")
    try:
        row.accept(by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect(request.path)
    return welcome(request, row)


def join(request: HttpRequest, row: Invitation) -> HttpResponse:
    """Nobody has an account with the address: make one, then accept."""
    form = NewPersonForm(request.POST or None, email=row.email)
    if form.is_valid():
        try:
            person = accept_with_new_account(
                row,
                full_name=form.cleaned_data["full_name"],
                password=form.cleaned_data["password"],
                language=get_language(),
            )
        except Refused as refusal:
            tell(request, refusal)
            return redirect(request.path)
        get_adapter(request).login(request, person)
        return welcome(request, row)
    return show(request, row, "join", form=form, status=400 if form.errors else 200)


def welcome(request: HttpRequest, row: Invitation) -> HttpResponse:
    messages.success(request, _("You now speak for %s.") % row.organisation)
    return redirect("workbench:home")
