"""What the investment platform declares: the opportunity, its form and what it must say."""

from django.utils.translation import gettext_lazy as _

from platforms.investment.facts import fact_groups
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
            ("title_zh", "title_en", "summary_zh", "summary_en", "body_zh", "body_en"),
            _("One language is enough to submit; with both, more firms will find it."),
        ),
        FormStep(
            "subject",
            _("Industry and cooperation"),
            (
                "industries",
                "modes",
                "investment_min",
                "investment_max",
                "currency",
            ),
        ),
        FormStep(
            "site",
            _("Site and energy"),
            (
                "zone",
                "land_area_m2",
                "largest_plot_m2",
                "land_price_cny_per_m2",
                "land_tenure",
                "land_readiness",
                "available_from",
                "plant_area_m2",
                "plant_storeys",
                "clear_height_m",
                "floor_load_t_per_m2",
                "rent_cny_per_m2_month",
                "is_built_to_order",
                "power_kva",
                "power_price_cny_per_kwh",
                "steam_t_per_h",
                "gas_m3_per_day",
                "green_power_share",
            ),
            _("Give what you know; an empty field is shown as unknown, not as nought."),
        ),
        FormStep(
            "conditions",
            _("Requirements and access"),
            (
                "investment_intensity_cny_per_m2",
                "tax_cny_per_m2_year",
                "output_cny_per_m2_year",
                "energy_tce_per_10k_cny",
                "port_km",
                "rail_km",
                "motorway_km",
                "airport_km",
                "is_bonded",
            ),
        ),
        FormStep(
            "release",
            _("Deadline, readers and contacts"),
            ("valid_until", "audience", "contacts"),
        ),
    ),
    needed=("title", "summary", "industries", "modes", "zone", "valid_until", "contacts"),
    life="entry_life_opportunity",
    url_list="investment:opportunities",
    url_detail="investment:opportunity",
    body="investment/opportunity_body.html",
    facts=fact_groups,
)
