"""Opens a subscription together with its first period, which begins at once."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from billing_service.commands.begin_period import announce_period
from billing_service.domain.subscriptions import Bounds, Period, Status, Subscription
from billing_service.store import periods, subscriptions
from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Opening:
    """Who gets what: `terms` as stored with a payment, `bounds` of the first period.

    With `method_id` the saved method is charged for what follows.
    """

    user_id: str
    terms: dict[str, Any]
    bounds: Bounds
    status: Status = "active"
    payment_id: UUID | None = None
    actor: str = "system"
    cause: str = "paid"
    method_id: UUID | None = None


def period_of(
    subscription_id: UUID,
    user_id: str,
    bounds: Bounds,
    terms: dict[str, Any],
    payment_id: UUID | None,
) -> Period:
    """Return a period that is not begun yet, with the terms it was sold on."""
    return Period(
        id=uuid4(),
        subscription_id=subscription_id,
        user_id=user_id,
        number=bounds.number,
        starts_at=bounds.starts_at,
        ends_at=bounds.ends_at,
        plan_id=terms["plan_id"],
        price=Decimal(terms["price"]),
        currency=terms["currency"],
        credits=Decimal(terms["credits"]),
        quotas=terms["quotas"],
        interval=terms["interval"],
        anchor_at=bounds.anchor_at,
        anchor_number=bounds.anchor_number,
        payment_id=payment_id,
        begun_at=None,
    )


async def open_subscription(conn: Connection, opening: Opening, now: datetime) -> Subscription:
    """Store subscription and first period. The caller holds the user's lock and saw none live."""
    bounds = opening.bounds
    new = Subscription(
        id=uuid4(),
        user_id=opening.user_id,
        plan_id=opening.terms["plan_id"],
        status=opening.status,
        current_number=bounds.number,
        current_period_start=bounds.starts_at,
        current_period_end=bounds.ends_at,
        cancel_at_period_end=False,
        auto_renew=opening.method_id is not None,
        payment_method_id=opening.method_id,
        next_plan_id=None,
        carry=Decimal(0),
        trial_end=bounds.ends_at if opening.status == "trialing" else None,
        grace_until=None,
        next_attempt_at=None,
        renewal_attempts=0,
        ended_at=None,
        version=1,
        created_at=now,
        updated_at=now,
    )
    stored = await subscriptions.insert(conn, new, opening.cause, opening.actor, opening.payment_id)
    assert stored  # noqa: S101 - the caller holds the user's lock
    period = period_of(new.id, new.user_id, bounds, opening.terms, opening.payment_id)
    await periods.insert(conn, period, now)
    await periods.begin(conn, period.id, now)
    await announce_period(conn, period)
    return new
