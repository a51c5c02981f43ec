"""Figures in the association's rules (days, percentages): data with the day they apply from."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pghistory
from django.db import models
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from association.lib.dates import today


@cache
def default_figures() -> dict[str, int]:
    """The figures of rules.csv, which hold until the secretariat sets another one."""
    with (Path(__file__).parent.parent / "rules.csv").open(encoding="utf-8") as lines:
        return {row["code"]: int(row["value"]) for row in csv.DictReader(lines)}


class RuleFigureQuerySet(models.QuerySet):
    """Sets of rule figures."""

    def value(self, code: str, day: date | None = None) -> int:
        """The figure that applies on `day` (today); KeyError for an unknown code."""
        rows = self.filter(code=code, applies_from__lte=day or today())
        value = rows.order_by("-applies_from").values_list("value", flat=True).first()
        return default_figures()[code] if value is None else value

    def as_expression(self, code: str, day: date) -> Coalesce:
        """The same as part of another query, which saves a list page one of its own."""
        rows = self.filter(code=code, applies_from__lte=day).order_by("-applies_from")
        return Coalesce(Subquery(rows.values("value")[:1]), Value(default_figures()[code]))


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True
)
class RuleFigure(models.Model):
    """One figure set by the secretariat; an older one stays for the days it applied to."""

    code = models.CharField(_("rule"), max_length=60)
    value = models.PositiveIntegerField(_("value"))
    applies_from = models.DateField(_("applies from"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = RuleFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule figure")
        verbose_name_plural = _("rule figures")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "applies_from"],
                name="members_one_figure_per_day",
                violation_error_message=_("This rule already has a figure from that day on."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"
