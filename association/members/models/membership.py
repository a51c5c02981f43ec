"""Membership periods; the standing follows from dates and is computed for any day, never stored."""

from datetime import date, timedelta

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from association.lib.dates import today
from association.members.models.figure import RuleFigure
from association.members.models.organisation import Organisation
from association.members.models.ranges import DaysBefore, IdRange, SchemeRange


class Standing(models.TextChoices):
    """What an organisation is to the association on a day (domain.md 1)."""

    NONE = "none", _("not a member")
    APPLIED = "applied", _("applied")
    IN_REVIEW = "in_review", _("in review")
    ADMITTED = "admitted", _("admitted")
    CURRENT = "current", _("current")
    IN_GRACE = "in_grace", _("in grace")
    LAPSED = "lapsed", _("lapsed")
    SUSPENDED = "suspended", _("suspended")
    WITHDRAWN = "withdrawn", _("withdrawn")
    EXPELLED = "expelled", _("expelled")


ACTIVE = (Standing.CURRENT, Standing.IN_GRACE)


class MembershipQuerySet(models.QuerySet):
    """Sets of membership periods."""

    def with_standing(self, day: date | None = None):
        """Annotate `standing` as of `day`: the SQL twin of `Membership.standing_on`."""
        day = day or today()
        grace = RuleFigure.objects.as_expression("membership_grace", day)
        grace_end = DaysBefore(Value(day, models.DateField()), grace)
        override = StandingOverride.objects.filter(membership=OuterRef("pk")).on(day)
        steps = [
            (Q(overridden__isnull=False), F("overridden")),
            (Q(admitted_on__lte=day, period__startswith__gt=day), Value(Standing.ADMITTED)),
            (Q(admitted_on__lte=day, period__contains=day), Value(Standing.CURRENT)),
            (Q(admitted_on__lte=day, period__endswith__gt=grace_end), Value(Standing.IN_GRACE)),
            (Q(admitted_on__lte=day), Value(Standing.LAPSED)),
            (Q(review_started_on__lte=day), Value(Standing.IN_REVIEW)),
            (Q(applied_on__lte=day), Value(Standing.APPLIED)),
        ]
        return self.annotate(
            overridden=Subquery(override.values("standing")[:1], output_field=models.CharField()),
            standing=Case(
                *(When(condition, then=value) for condition, value in steps),
                default=Value(Standing.NONE),
                output_field=models.CharField(),
            ),
        )

    def active_on(self, day: date | None = None):
        """Those that give the rights of a member on `day`: current or in grace.

        Grace bridges the time to the next period: once that has begun it alone counts.
        """
        day = day or today()
        later = Membership.objects.filter(
            organisation=OuterRef("organisation"),
            scheme=OuterRef("scheme"),
            period__startswith__lte=day,
            period__startswith__gte=OuterRef("period__endswith"),
        )
        return self.with_standing(day).filter(~Exists(later), standing__in=ACTIVE)


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True
)
class Membership(models.Model):
    """One period of membership in one scheme; periods of an organisation never overlap."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships", verbose_name=_("organisation")
    )
    scheme = models.CharField(_("scheme"), max_length=40, default="member")
    number = models.CharField(_("member number"), max_length=40, blank=True)
    applied_on = models.DateField(_("applied on"), null=True, blank=True)
    review_started_on = models.DateField(_("review started on"), null=True, blank=True)
    admitted_on = models.DateField(_("admitted on"), null=True, blank=True)
    period = DateRangeField(
        _("period"), help_text=_("First day and the first day after the period; open if empty.")
    )
    decision = models.CharField(_("decision or document"), max_length=200, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            ExclusionConstraint(
                name="members_periods_do_not_overlap",
                expressions=[
                    (IdRange("organisation_id", "organisation_id"), RangeOperators.OVERLAPS),
                    (SchemeRange("scheme"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This overlaps another period of the organisation."),
            ),
            models.CheckConstraint(
                condition=Q(period__isempty=False),
                name="members_period_not_empty",
                violation_error_message=_("The period must last at least a day."),
            ),
        ]

    def __str__(self) -> str:
        start, end = self.period.lower or "…", self.period.upper or "…"
        return f"{self.organisation} · {self.scheme} · {start} – {end}"

    def standing_on(self, day: date | None = None) -> Standing:
        """The standing of this period on `day`; see the SQL twin `with_standing`."""
        day = day or today()
        in_force = [override for override in self.overrides.all() if override.holds_on(day)]
        if in_force:
            return Standing(max(in_force, key=lambda row: (row.from_on, row.pk)).standing)
        if self.admitted_on and self.admitted_on <= day:
            return self._standing_of_admitted(day)
        if self.review_started_on and self.review_started_on <= day:
            return Standing.IN_REVIEW
        return Standing.APPLIED if self.applied_on and self.applied_on <= day else Standing.NONE

    def _standing_of_admitted(self, day: date) -> Standing:
        start, end = self.period.lower, self.period.upper
        if start and day < start:
            return Standing.ADMITTED
        if end is None or day < end:
            return Standing.CURRENT
        grace = timedelta(days=RuleFigure.objects.value("membership_grace", day))
        return Standing.IN_GRACE if day < end + grace else Standing.LAPSED

    @classmethod
    def standing_for(cls, organisation_ref: str, day: date | None = None) -> Coalesce:
        """Standing on `day` of the organisation named by `organisation_ref`, for annotations.

        The period that holds the day decides, else the last one that began, else the next one.
        """
        day = day or today()
        rows = cls.objects.with_standing(day).filter(organisation=OuterRef(organisation_ref))
        rows = rows.exclude(standing=Standing.NONE).order_by(
            Case(
                When(period__contains=day, then=0),
                When(period__startswith__lte=day, then=1),
                default=2,
                output_field=models.IntegerField(),
            ),
            "-period__startswith",
            "-pk",
        )
        standing = Subquery(rows.values("standing")[:1], output_field=models.CharField())
        return Coalesce(standing, Value(Standing.NONE), output_field=models.CharField())

    @classmethod
    def since_for(cls, organisation_ref: str) -> Subquery:
        """*Member since* for annotations: the first admission, whatever came after it."""
        rows = cls.objects.filter(
            organisation=OuterRef(organisation_ref), admitted_on__isnull=False
        )
        return Subquery(rows.order_by("admitted_on").values("admitted_on")[:1])

    @classmethod
    def organisations_on(cls, day: date | None = None) -> QuerySet[Organisation]:
        """Organisations that are members on `day`, with `standing` and `member_since`."""
        members = Organisation.objects.standing_alone().filter(cls.active_for("pk", day))
        return cls.with_facts(members, day)

    @classmethod
    def with_facts(cls, rows: QuerySet, day: date | None = None) -> QuerySet[Organisation]:
        """Annotate organisations with `standing` on `day` and `member_since`."""
        return rows.annotate(standing=cls.standing_for("pk", day), member_since=cls.since_for("pk"))

    @classmethod
    def active_for(cls, organisation_ref: str, day: date | None = None) -> Exists:
        """Exists(): the organisation named by `organisation_ref` is a member on `day`."""
        rows = cls.objects.active_on(day).filter(organisation=OuterRef(organisation_ref))
        return Exists(rows)


class StandingOverrideQuerySet(models.QuerySet):
    """Sets of overrides."""

    def on(self, day: date):
        """Those in force on `day`, the newest first."""
        open_end = Q(until_on__isnull=True) | Q(until_on__gt=day)
        return self.filter(open_end, from_on__lte=day).order_by("-from_on", "-pk")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), append_only=True
)
class StandingOverride(models.Model):
    """Suspension, withdrawal or expulsion by a document, for good or until a day."""

    OVERRIDES = [
        (s.value, s.label) for s in Standing if s in ("suspended", "withdrawn", "expelled")
    ]

    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="overrides", verbose_name=_("membership")
    )
    standing = models.CharField(_("standing"), max_length=12, choices=OVERRIDES)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until (the first day after)"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    document = models.CharField(_("document"), max_length=200, blank=True)

    objects = StandingOverrideQuerySet.as_manager()

    class Meta:
        verbose_name = _("override of the standing")
        verbose_name_plural = _("overrides of the standing")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="members_override_ends_after_start",
                violation_error_message=_("The end must lie after the start."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_standing_display()} {self.from_on}"

    def holds_on(self, day: date) -> bool:
        """Whether this override is in force on `day`."""
        return self.from_on <= day and (self.until_on is None or day < self.until_on)
