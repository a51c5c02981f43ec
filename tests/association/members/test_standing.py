"""Standing for any day: Python and SQL say the same, and the database keeps periods apart."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.range import DateRange

from association.members.models import Membership, Organisation, RuleFigure, StandingOverride
from association.members.models.membership import Standing

START = date(2020, 1, 1)
DAYS = st.integers(0, 900).map(lambda number: START + timedelta(days=number))
MAYBE = st.one_of(st.none(), DAYS)
pytestmark = pytest.mark.django_db


@st.composite
def periods(draw):
    """A period that lasts at least a day, open at either end now and then."""
    lower, upper = draw(MAYBE), draw(MAYBE)
    if lower and upper and lower >= upper:
        lower, upper = upper, lower + timedelta(days=1)
    return DateRange(lower, upper)


@st.composite
def overrides(draw):
    start = draw(DAYS)
    until = draw(st.one_of(st.none(), st.integers(1, 200).map(lambda n: start + timedelta(n))))
    return draw(st.sampled_from(["suspended", "withdrawn", "expelled"])), start, until


def make(organisation, **values):
    return Membership.objects.create(
        organisation=organisation, scheme=uuid.uuid4().hex[:20], **values
    )


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    period=periods(),
    applied=MAYBE,
    review=MAYBE,
    admitted=MAYBE,
    rows=st.lists(overrides(), max_size=3),
    days=st.lists(DAYS, min_size=1, max_size=6),
)
def test_python_and_sql_agree_on_every_day(cast, period, applied, review, admitted, rows, days):
    membership = make(
        cast.hengtong,
        period=period,
        applied_on=applied,
        review_started_on=review,
        admitted_on=admitted,
    )
    for standing, start, until in rows:
        StandingOverride.objects.create(
            membership=membership, standing=standing, from_on=start, until_on=until, reason="x"
        )

    for day in days:
        in_sql = Membership.objects.with_standing(day).get(pk=membership.pk).standing
        assert membership.standing_on(day) == in_sql, day


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2020, 1, 9), Standing.NONE),
        (date(2020, 1, 10), Standing.APPLIED),
        (date(2020, 2, 1), Standing.IN_REVIEW),
        (date(2020, 3, 1), Standing.ADMITTED),
        (date(2020, 4, 1), Standing.CURRENT),
        (date(2021, 3, 31), Standing.CURRENT),
        (date(2021, 4, 1), Standing.IN_GRACE),
        (date(2021, 6, 29), Standing.IN_GRACE),
        (date(2021, 6, 30), Standing.LAPSED),
    ],
)
def test_a_membership_goes_through_its_life(cast, day, standing):
    membership = make(
        cast.startup,
        applied_on=date(2020, 1, 10),
        review_started_on=date(2020, 2, 1),
        admitted_on=date(2020, 3, 1),
        period=DateRange(date(2020, 4, 1), date(2021, 4, 1)),
    )

    assert membership.standing_on(day) == standing


def test_the_days_of_grace_are_a_figure_with_a_day(cast):
    membership = make(cast.startup, admitted_on=START, period=DateRange(START, date(2021, 1, 1)))
    RuleFigure.objects.create(code="membership_grace", value=10, applies_from=date(2021, 1, 5))

    assert membership.standing_on(date(2021, 1, 4)) == Standing.IN_GRACE
    assert membership.standing_on(date(2021, 1, 11)) == Standing.LAPSED


def test_periods_of_an_organisation_do_not_overlap(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            organisation=cast.hengtong, period=DateRange(date(2030, 1, 1), date(2031, 1, 1))
        )


def test_another_organisation_or_scheme_may_have_the_same_period(cast):
    period = DateRange(date(2021, 1, 1), None)

    Membership.objects.create(organisation=cast.startup, period=period)
    Membership.objects.create(organisation=cast.startup, period=period, scheme="observer")

    assert cast.startup.memberships.count() == 2


def test_an_empty_period_is_refused(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(organisation=cast.startup, period=DateRange(empty=True))


def test_grace_ends_when_the_next_period_begins(cast):
    old = cast.startup.memberships.create(
        admitted_on=START, period=DateRange(START, date(2021, 1, 1))
    )
    new = cast.startup.memberships.create(
        admitted_on=START, period=DateRange(date(2021, 1, 1), None)
    )
    StandingOverride.objects.create(
        membership=new, standing="suspended", from_on=date(2021, 1, 1), reason="fees"
    )
    day = date(2021, 1, 20)

    assert old.standing_on(day) == Standing.IN_GRACE
    members = Membership.organisations_on(day).values_list("slug", flat=True)
    assert "startup" not in members


def test_the_members_of_a_day_are_a_query(cast):
    before = Membership.organisations_on(date(2020, 12, 31))
    after = Membership.organisations_on(date(2021, 1, 1))

    assert not before.exists()
    assert {row.slug for row in after} == {
        "kunshan-etdz",
        "zunyi-etdz",
        "jiangsu-department",
        "hengtong",
    }
    assert {row.standing for row in after} == {"current"}


def test_member_since_is_the_first_admission(cast):
    cast.hengtong.memberships.update(period=DateRange(date(2021, 1, 1), date(2022, 1, 1)))
    cast.hengtong.memberships.create(
        admitted_on=date(2024, 1, 1), period=DateRange(date(2024, 1, 1), None)
    )

    row = Membership.with_facts(Organisation.objects.filter(pk=cast.hengtong.pk)).get()

    assert row.member_since == date(2021, 1, 1)
    assert row.standing == "current"
