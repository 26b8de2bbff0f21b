"""Calendar periods over ten simulated years: no gap, no overlap, no lost day."""

import calendar
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from billing_service.domain.calendar import INTERVALS, Interval, boundary
from billing_service.domain.subscriptions import (
    Bounds,
    Period,
    first_bounds,
    next_bounds,
    split_bounds,
    trial_bounds,
)
from hypothesis import given, settings
from hypothesis import strategies as st

NOBODY = UUID(int=0)
YEARS = timedelta(days=3653)
moments = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001 - made aware by the strategy
    datetime(2028, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
intervals = st.sampled_from(INTERVALS)


def period(bounds: Bounds, interval: Interval) -> Period:
    return Period(
        id=NOBODY,
        subscription_id=NOBODY,
        user_id="u",
        number=bounds.number,
        starts_at=bounds.starts_at,
        ends_at=bounds.ends_at,
        plan_id="p",
        price=Decimal(100),
        currency="RUB",
        credits=Decimal(0),
        quotas=None,
        interval=interval,
        anchor_at=bounds.anchor_at,
        anchor_number=bounds.anchor_number,
        payment_id=None,
        begun_at=None,
    )


@settings(max_examples=1000, deadline=None)
@given(start=moments, interval=intervals)
def test_ten_years_of_periods_have_no_gap_and_no_overlap(
    start: datetime, interval: Interval
) -> None:
    last = period(first_bounds(start, interval), interval)
    steps = 3653 if interval == "day" else 522 if interval == "week" else 120
    for _ in range(steps):
        if last.ends_at > start + YEARS:
            break
        following = period(next_bounds(last, interval), interval)
        assert following.starts_at == last.ends_at < following.ends_at
        assert following.number == last.number + 1
        if interval == "month":
            days = calendar.monthrange(following.ends_at.year, following.ends_at.month)[1]
            assert following.ends_at.day == min(start.day, days)
        last = following
    assert last.ends_at > start + YEARS - timedelta(days=366)


@settings(max_examples=300, deadline=None)
@given(start=moments, plans=st.lists(st.tuples(intervals, st.booleans()), min_size=2, max_size=24))
def test_changes_of_plan_leave_no_gap_and_no_overlap(
    start: datetime, plans: list[tuple[Interval, bool]]
) -> None:
    current = period(trial_bounds(start, 14), "month")
    for interval, is_now in plans:
        if is_now:
            moment = current.starts_at + (current.ends_at - current.starts_at) / 3
            bounds = split_bounds(current, interval, moment)
            assert bounds.starts_at == moment
        else:
            bounds = next_bounds(current, interval)
            assert bounds.starts_at == current.ends_at
        assert bounds.starts_at < bounds.ends_at
        assert bounds.number == current.number + 1
        current = period(bounds, interval)


def test_the_last_of_january_comes_back_in_march() -> None:
    anchor = datetime(2027, 1, 31, 23, 59, tzinfo=UTC)
    ends = [boundary(anchor, "month", count) for count in range(1, 4)]
    assert [(end.month, end.day) for end in ends] == [(2, 28), (3, 31), (4, 30)]


def test_a_leap_day_comes_back_after_four_years() -> None:
    anchor = datetime(2028, 2, 29, tzinfo=UTC)
    ends = [boundary(anchor, "year", count) for count in range(1, 5)]
    assert [end.day for end in ends] == [28, 28, 28, 29]


def test_the_day_of_the_anchor_survives_a_change_in_february() -> None:
    start = datetime(2027, 1, 31, tzinfo=UTC)
    first = period(first_bounds(start, "month"), "month")
    second = period(next_bounds(first, "month"), "month")
    split = period(split_bounds(second, "month", second.starts_at + timedelta(days=3)), "month")
    assert split.ends_at == second.ends_at
    assert next_bounds(split, "month").ends_at.day == 30
