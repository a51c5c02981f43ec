"""The pages of the admin that do something with one organisation: verify, reject, merge."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from association.lib.refusals import Refused, tell
from association.members.models import Organisation
from association.members.models.organisation import PINYIN
from association.members.policy import require


class Rejection(forms.Form):
    """Why the organisation could not be verified."""

    note = forms.CharField(
        label=gettext_lazy("Reason, as the organisation will read it"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )


class Merger(forms.Form):
    """The organisation that remains."""

    survivor = forms.ModelChoiceField(
        Organisation.objects.standing_alone(),
        label=gettext_lazy("The organisation that remains"),
        widget=AutocompleteSelect(Organisation._meta.get_field("merged_into"), admin.site),
    )


def page(request: HttpRequest, row: Organisation, form: forms.Form, **words) -> HttpResponse:
    """The small page that asks what a deed needs."""
    context = {
        **admin.site.each_context(request),
        "opts": Organisation._meta,
        "object": row,
        "form": form,
        "media": form.media,
        **words,
    }
    return TemplateResponse(request, "admin/members/organisation/deed.html", context)


def back(row: Organisation) -> HttpResponse:
    return redirect("admin:members_organisation_change", row.pk)


@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Show name and code of one organisation, then verify it."""
    row = get_object_or_404(Organisation, pk=pk)
    require(request.user, "organisation.verify", row)
    if request.method == "GET":
        one = without_verified(request, Organisation.objects.filter(pk=pk))
        return confirm_verification(request, one, pk) if one else back(row)
    try:
        row.verify(by=request.user)
    except Refused as refusal:
        tell(request, refusal)
        return back(row)
    messages.success(request, _("The organisation is verified."))
    return back(row)


def without_verified(request: HttpRequest, rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Those still to be verified; tells the person how many were left out."""
    left_out = rows.filter(verification=Organisation.Verification.VERIFIED).count()
    if left_out:
        sentence = ngettext(
            "%(n)s organisation is verified already and was left out.",
            "%(n)s organisations are verified already and were left out.",
            left_out,
        )
        messages.info(request, sentence % {"n": left_out})
    return rows.exclude(verification=Organisation.Verification.VERIFIED)


def confirm_verification(
    request: HttpRequest, rows: QuerySet[Organisation], pk: int | None = None
) -> HttpResponse:
    """Name and code of each organisation before it is verified; `pk` if asked from its page."""
    here = "admin:members_organisation_"
    context = {
        **admin.site.each_context(request),
        "opts": Organisation._meta,
        "title": _("Verify organisations"),
        "action": reverse(f"{here}verify", args=[pk]) if pk else reverse(f"{here}changelist"),
        "back": reverse(f"{here}change", args=[pk]) if pk else reverse(f"{here}changelist"),
        "rows": rows.order_by(PINYIN, "pk"),
        "is_blocked": any(row.lacks_credit_code for row in rows),
    }
    return TemplateResponse(request, "admin/members/organisation/verify.html", context)


def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then reject."""
    row = get_object_or_404(Organisation, pk=pk)
    require(request.user, "organisation.verify", row)
    form = Rejection(request.POST or None)
    if form.is_valid():
        try:
            row.reject(by=request.user, note=form.cleaned_data["note"])
        except Refused as refusal:
            tell(request, refusal)
            return back(row)
        messages.success(request, _("The verification is rejected; the organisation is told."))
        return back(row)
    return page(request, row, form, title=_("Reject the verification"), button=_("Reject"))


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the survivor, then merge."""
    row = get_object_or_404(Organisation, pk=pk)
    require(request.user, "organisation.merge", row)
    form = Merger(request.POST or None)
    if form.is_valid():
        survivor = form.cleaned_data["survivor"]
        try:
            row.merge_into(survivor, by=request.user)
        except Refused as refusal:
            tell(request, refusal)
            return back(row)
        messages.success(request, _("Merged into %(name)s.") % {"name": survivor})
        return back(survivor)
    advice = _(
        "The duplicate stays in the register with its history, but is no longer shown or found. "
        "Its people are not moved: invite them at the organisation that remains."
    )
    return page(request, row, form, title=_("Merge a duplicate"), button=_("Merge"), advice=advice)
