"""What the investment platform declares: the opportunity, its form and what it must say."""

from django.utils.translation import gettext_lazy as _

from platforms.investment.facts import CONDITIONS, SITE, fact_groups
from platforms.publishing.kinds import FormStep, Kind

OPPORTUNITY = Kind(
    code="opportunity",
    platform="investment",
    model="investment.Opportunity",
    label=_("investment opportunity"),
    label_plural=_("investment opportunities"),
    steps=(
        FormStep(
            "words",
            _("Title and description"),
            (
                (_("In Chinese"), ("title_zh", "summary_zh", "body_zh")),
                (_("In English"), ("title_en", "summary_en", "body_en")),
            ),
            _("One language is enough to submit; with both, more firms will find it."),
        ),
        FormStep(
            "subject",
            _("Industry and cooperation"),
            (
                ("", ("industries", "modes")),
                (_("Investment amount"), ("investment_min", "investment_max", "currency")),
            ),
        ),
        FormStep(
            "site",
            _("Site and energy"),
            (("", ("zone",)), *SITE),
            _("Give what you know; an empty field is shown as unknown, not as nought."),
        ),
        FormStep("conditions", _("Requirements and access"), CONDITIONS),
        FormStep(
            "release",
            _("Deadline, readers and contacts"),
            (("", ("valid_until", "audience", "contacts")),),
        ),
    ),
    needed=("title", "summary", "industries", "modes", "zone", "valid_until", "contacts"),
    life="entry_life_opportunity",
    url_list="investment:opportunities",
    url_detail="investment:opportunity",
    body="investment/opportunity_body.html",
    facts=fact_groups,
)
