"""The life of a subscription: its states, which may follow which, and its periods.

                 +-> past_due -> suspended --+
    trialing -> active -+                    +-> canceled        any live state -> revoked
         +--------------+--------------------+

A first payment that is not paid yet is no subscription: it is a `payment` and nothing more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final, Literal
from uuid import UUID

from billing_service.domain.calendar import Interval, boundary

Status = Literal["trialing", "active", "past_due", "suspended", "canceled", "revoked"]
# Why a paid payment brought no period and was carried for the next charge instead.
KeptFor = Literal["change_paid_too_late", "carry_used_before"]
WITH_ACCESS: Final = frozenset({"trialing", "active", "past_due"})
FOLLOWS: Final[Mapping[str, frozenset[str]]] = {
    "trialing": frozenset({"active", "past_due", "canceled", "revoked"}),
    "active": frozenset({"active", "past_due", "canceled", "revoked"}),
    "past_due": frozenset({"active", "suspended", "canceled", "revoked"}),
    "suspended": frozenset({"canceled", "revoked"}),
    "canceled": frozenset(),
    "revoked": frozenset(),
}
# The words of the contract; old clients know no others.
WIRE_STATUS: Final[Mapping[str, str]] = {
    "trialing": "trialing",
    "active": "active",
    "past_due": "past_due",
    "suspended": "paused",
    "canceled": "canceled",
    "revoked": "canceled",
}


@dataclass(frozen=True, slots=True)
class Subscription:
    id: UUID
    user_id: str
    plan_id: str
    status: Status
    current_number: int
    current_period_start: datetime
    current_period_end: datetime
    cancel_at_period_end: bool
    auto_renew: bool
    payment_method_id: UUID | None
    next_plan_id: str | None
    carry: Decimal
    trial_end: datetime | None
    grace_until: datetime | None
    next_attempt_at: datetime | None
    renewal_attempts: int
    ended_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Period:
    """One paid, free or trial stretch. `begun_at` None: bought ahead, not started yet."""

    id: UUID
    subscription_id: UUID
    user_id: str
    number: int
    starts_at: datetime
    ends_at: datetime
    plan_id: str
    price: Decimal
    currency: str
    credits: Decimal
    quotas: dict[str, int] | None
    interval: Interval
    anchor_at: datetime
    anchor_number: int
    payment_id: UUID | None
    begun_at: datetime | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a period lies and from which anchor it is counted."""

    number: int
    starts_at: datetime
    ends_at: datetime
    anchor_at: datetime
    anchor_number: int


def may_follow(before: str, after: str) -> bool:
    """Say whether a subscription may go from one state to the other."""
    return after in FOLLOWS[before]


def first_bounds(now: datetime, interval: Interval) -> Bounds:
    """Return the first period of a subscription that begins now."""
    return Bounds(1, now, boundary(now, interval, 1), now, 1)


def trial_bounds(now: datetime, days: int) -> Bounds:
    """Return a trial; the paid periods after it are counted from its end."""
    end = now + timedelta(days=days)
    return Bounds(1, now, end, end, 2)


def next_bounds(last: Period, interval: Interval) -> Bounds:
    """Return the period right after `last`; another interval starts a new anchor there."""
    number = last.number + 1
    if interval == last.interval:
        anchor_at, anchor_number = last.anchor_at, last.anchor_number
    else:
        anchor_at, anchor_number = last.ends_at, number
    end = boundary(anchor_at, interval, number - anchor_number + 1)
    return Bounds(number, last.ends_at, end, anchor_at, anchor_number)


def split_bounds(current: Period, interval: Interval, now: datetime) -> Bounds:
    """Return what follows when `current` is cut off now: its rest, or a new interval from now."""
    number = current.number + 1
    if interval == current.interval:
        # The anchor keeps its day; one more number lies between it and the next boundary.
        return Bounds(number, now, current.ends_at, current.anchor_at, current.anchor_number + 1)
    return Bounds(number, now, boundary(now, interval, 1), now, number)


def credits_end(period: Period) -> datetime:
    """Return when the period's credits expire: the end it was sold with, though it may be cut."""
    return boundary(period.anchor_at, period.interval, period.number - period.anchor_number + 1)


def access_end(subscription: Subscription, grace: timedelta) -> datetime:
    """Return when access ends if nothing is paid: after the grace, never longer than the period."""
    if subscription.grace_until:
        return subscription.grace_until
    return subscription.current_period_end + _usual(subscription, grace)


def prolonged(subscription: Subscription, grace: timedelta, by: timedelta) -> datetime | None:
    """Return the end of a running grace moved by so much; in all it is at most twice the usual."""
    until = subscription.grace_until
    if until is None:
        return None
    longest = subscription.current_period_end + 2 * _usual(subscription, grace)
    return max(until, min(until + by, longest))


def _usual(subscription: Subscription, grace: timedelta) -> timedelta:
    return min(grace, subscription.current_period_end - subscription.current_period_start)


def wire_extra(subscription: Subscription) -> dict[str, Any] | None:
    """Return what the contract has no field for, None when there is nothing to say."""
    extra: dict[str, Any] = {}
    if subscription.status in ("suspended", "revoked"):
        extra["state"] = subscription.status
    if subscription.carry:
        extra["carry"] = str(subscription.carry)
    return extra or None
