"""The public register of members and the public card of an organisation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from association.lib.downloads import file_addresses
from association.lib.listing import FilteredList
from association.lib.tables import Column
from association.members.filters import MemberFilter
from association.members.models import Membership, Organisation
from association.members.models.membership import ACTIVE, Standing
from association.members.policy import may


class MemberList(FilteredList):
    """Who is a member today."""

    filterset_class = MemberFilter
    template_name = "members/organisation_list.html"
    paginate_by = 30

    @property
    def queryset(self):
        return Membership.organisations_on()

    def get_context_data(self, **kwargs):
        files = file_addresses(self.request, "members:members")
        return {**super().get_context_data(**kwargs), **files}


COLUMNS = (
    Column(_l("Chinese name"), lambda row: row.name_zh),
    Column(_l("English name"), lambda row: row.name_en),
    Column(_l("Kind"), lambda row: row.get_kind_display()),
    Column(_l("Province"), lambda row: row.province_name),
    Column(_l("Member since"), lambda row: row.member_since),
    Column(_l("Website"), lambda row: row.website),
)


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """The public card; a merged duplicate leads to the one that remains."""
    row = card_of(request, slug)
    if row.merged_into_id:
        return redirect(row.merged_into, permanent=True)
    standing = Standing(row.standing)
    since = date_format(row.member_since) if row.member_since else ""
    facts = [
        {"label": _("Kind"), "value": row.get_kind_display()},
        {"label": _("Province"), "value": row.province_name},
        {"label": _("Verification"), "value": row.get_verification_display()},
        {"label": _("Standing today"), "value": standing.label},
        {"label": _("Member since"), "value": since},
        {"label": _("Website"), "value": row.website, "url": row.website},
    ]
    may_edit = may(request.user, "organisation.edit", row)
    context = {
        "organisation": row,
        "facts": facts,
        "is_member": standing in ACTIVE,
        "former_names": row.former_names.order_by("-until_on", "pk"),
        "may_grant": may(request.user, "mandate.grant", row),
        "may_edit": may_edit,
        "may_request": row.may_request_verification and may_edit,
    }
    return render(request, "members/organisation_detail.html", context)


def card_of(request: HttpRequest, slug: str) -> Organisation:
    """The organisation of an address if the visitor may see it, or its survivor; else 404."""
    rows = Membership.with_facts(Organisation.objects.visible_to(request.user))
    row = rows.filter(slug=slug).first()
    if row is None:
        merged = Organisation.objects.filter(slug=slug).select_related("merged_into").first()
        shown = Organisation.objects.visible_to(request.user)
        if not (merged and shown.filter(pk=merged.merged_into_id).exists()):
            raise Http404
        return merged
    return row
