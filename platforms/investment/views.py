"""The investment platform's pages: front page, list and detail of opportunities."""

from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, TemplateView

from association.lib.downloads import file_addresses
from association.lib.facets import facet_counts, label_choices
from association.lib.listing import FilteredList
from association.members.persona import persona_of
from association.members.policy import may
from platforms.cooperation.models import Interest
from platforms.cooperation.obstacle import may_still_register, obstacle
from platforms.investment.facts import fact_groups
from platforms.investment.filters import OpportunityFilter
from platforms.investment.models import Opportunity
from platforms.publishing.cards import entry_card, life_status
from platforms.publishing.querysets import own_ids
from platforms.publishing.steps import ON_VIEW

LISTED = ("owner", "zone__province")


class Investment(TemplateView):
    """What the platform is for, and the newest offers."""

    template_name = "investment/front.html"

    def get_context_data(self, **kwargs):
        rows = Opportunity.objects.visible_to(self.request.user).open_on()
        newest = rows.select_related(*LISTED).prefetch_related("industries").newest()[:6]
        cards = [entry_card(row) for row in newest]
        return super().get_context_data(cards=cards, total=rows.count(), **kwargs)


class OpportunityList(FilteredList):
    """Offers on view, filtered by the address; counts beside the choices."""

    queryset = (
        Opportunity.objects.filter(status__in=ON_VIEW)
        .select_related(*LISTED)
        .prefetch_related("industries")
        .defer("body_zh", "body_en", "text_key")
    )
    filterset_class = OpportunityFilter
    template_name = "investment/opportunity_list.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        counts = facet_counts(self.filter, OpportunityFilter.facets)
        label_choices(self.filter, counts)
        context["cards"] = [entry_card(row) for row in context["page_obj"]]
        return context | file_addresses(self.request, "investment:opportunities")


class OpportunityDetail(DetailView):
    """One offer with its facts; contacts only by a logged look."""

    template_name = "investment/opportunity_detail.html"
    context_object_name = "entry"

    def get_object(self, queryset=None):
        rows = Opportunity.objects.visible_to(self.request.user)
        rows = rows.select_related("owner", "zone__province").prefetch_related("industries")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get_context_data(self, **kwargs):
        user, entry = self.request.user, self.object
        own = Interest.objects.sent_by(user).filter(entry=entry).exclude(status="withdrawn")
        return super().get_context_data(
            groups=fact_groups(entry),
            status=life_status(entry),
            obstacle=obstacle(entry, user),
            interest=own.first() if user.is_authenticated else None,
            may_reveal=entry.is_open and may(user, "contact.reveal", entry),
            may_register=user.is_authenticated and may_still_register(user),
            is_own=entry.owner_id in own_ids(persona_of(user)),
            **kwargs,
        )
