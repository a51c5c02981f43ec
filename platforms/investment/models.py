"""Opportunity: what a zone offers to investors, until a day."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from association.lib.money import amount_range
from platforms.publishing.models import Entry
from platforms.publishing.quantities import (
    EnergyQuantities,
    LandQuantities,
    LogisticsQuantities,
    PlantQuantities,
    QuantityField,
    StandardLandQuantities,
)


class Mode(models.TextChoices):
    """How an investor can come in."""

    GREENFIELD = "greenfield", _("greenfield investment")
    JOINT_VENTURE = "joint_venture", _("joint venture")
    LEASE = "lease", _("lease of plant")
    ACQUISITION = "acquisition", _("merger or acquisition")
    EXPANSION = "expansion", _("expansion")
    CO_BUILDING = "co_building", _("building a park together")
    TRUSTEESHIP = "trusteeship", _("trusteeship")


class Currency(models.TextChoices):
    """Currencies in which an amount may be stated (ISO 4217)."""

    CNY = "CNY", _("Chinese yuan")
    USD = "USD", _("US dollar")
    EUR = "EUR", _("euro")
    HKD = "HKD", _("Hong Kong dollar")
    JPY = "JPY", _("Japanese yen")


class Opportunity(
    Entry,
    LandQuantities,
    PlantQuantities,
    EnergyQuantities,
    StandardLandQuantities,
    LogisticsQuantities,
):
    """An offer to investors: cooperation modes, amount, site, energy, requirements, access."""

    modes = ArrayField(
        models.CharField(max_length=20, choices=Mode.choices),
        verbose_name=_("ways of cooperation"),
        default=list,
        blank=True,
    )
    investment_min = QuantityField(_("investment from"), max_digits=16)
    investment_max = QuantityField(_("investment to"), max_digits=16)
    currency = models.CharField(
        _("currency"), max_length=3, choices=Currency.choices, default=Currency.CNY
    )

    class Meta:
        verbose_name = _("investment opportunity")
        verbose_name_plural = _("investment opportunities")
        constraints = [
            models.CheckConstraint(
                condition=Q(investment_max__isnull=True)
                | Q(investment_min__isnull=True)
                | Q(investment_max__gte=F("investment_min")),
                name="investment_amount_is_a_range",
                violation_error_message=_("The upper amount must not be below the lower one."),
            ),
            models.CheckConstraint(
                condition=Q(land_area_m2__isnull=True)
                | Q(largest_plot_m2__isnull=True)
                | Q(largest_plot_m2__lte=F("land_area_m2")),
                name="investment_plot_fits_land",
                violation_error_message=_("The largest plot cannot exceed the land."),
            ),
        ]

    @property
    def mode_labels(self) -> list[str]:
        """The ways of cooperation in words."""
        return [str(Mode(mode).label) for mode in self.modes]

    @property
    def card_facts(self) -> list[str]:
        """What its card says besides the envelope: the amount."""
        return [self.investment]

    @property
    def investment(self) -> str:
        """The amount as people read it, such as `CNY 300–500 million`; empty if unknown."""
        return amount_range(self.investment_min, self.investment_max, self.currency)
