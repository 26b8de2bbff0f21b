"""What choosing a plan means now: to pay for it, to change at once or later, or to begin free."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.domain.payments import Kind, terms_of
from billing_service.domain.plans import Plan
from billing_service.domain.proration import after_carry, price_change
from billing_service.domain.subscriptions import Period, Subscription
from shared.problems import Conflict


@dataclass(frozen=True, slots=True)
class Pay:
    """First `amount` is paid; `subscription_id` where only that one may be changed by it."""

    kind: Kind
    amount: Decimal
    credits: Decimal
    terms: dict[str, Any]
    subscription_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SwitchNow:
    """What is unused of the old plan pays the rest of the period on the new one."""

    live: Subscription
    terms: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The plan begins with the next period."""

    live: Subscription


@dataclass(frozen=True, slots=True)
class BeginFree:
    """The plan costs nothing and begins at once."""


Offer = Pay | SwitchNow | Schedule | BeginFree


def offer_to_newcomer(plan: Plan) -> Offer:
    """Return what the plan means to who has none, or lost it because it was not paid."""
    if plan.price == 0:
        return BeginFree()
    return Pay("purchase", plan.price, plan.included_credits, terms_of(plan))


def offer_to_subscriber(plan: Plan, live: Subscription, current: Period, now: datetime) -> Offer:
    """Return what the plan means to who has one whose next period is not paid yet."""
    if plan.currency != current.currency:
        if live.carry:
            raise Conflict("Money is carried over in another currency", slug="other-currency")
        # What is unused cannot be counted against a price in other money.
        return Schedule(live)
    if plan.id != live.plan_id and live.status == "active" and now < live.current_period_end:
        return _change(plan, live, current, now)
    charge, used = after_carry(plan.price, live.carry)
    if charge == 0:
        # A free plan, or the money that is carried over pays the whole period.
        return Schedule(live)
    return Pay("purchase", charge, plan.included_credits, terms_of(plan, carry_used=str(used)))


def _change(plan: Plan, live: Subscription, current: Period, now: datetime) -> Offer:
    change = price_change(current, plan, now)
    if not change.is_upgrade:
        return Schedule(live)
    terms = terms_of(plan) | {
        "price": str(change.value),
        "credits": str(change.credits),
        "from_number": live.current_number,
    }
    if change.charge == 0:
        return SwitchNow(live, terms)
    return Pay("change", change.charge, change.credits, terms, live.id)
