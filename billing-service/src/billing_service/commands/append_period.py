"""Puts a period behind the last one of a subscription, and begins it if its time has come."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.commands.begin_period import begin_period
from billing_service.commands.open_subscription import period_of
from billing_service.domain.subscriptions import Period, Subscription, next_bounds
from billing_service.store import periods, subscriptions
from shared.db import Connection


async def append_period(
    conn: Connection,
    live: Subscription,
    terms: dict[str, Any],
    now: datetime,
    *,
    actor: str,
    cause: str,
    payment_id: UUID | None = None,
    by_itself: bool = False,
) -> Period:
    """Whatever happened since the sale began, there is neither a gap nor an overlap.

    Who buys a period goes on; a charge `by_itself` takes no cancellation back.
    """
    last = await periods.last_of(conn, live.id)
    bounds = next_bounds(last, terms["interval"])
    period = period_of(live.id, live.user_id, bounds, terms, payment_id)
    await periods.insert(conn, period, now)
    used = Decimal(terms.get("carry_used", 0))
    live = await subscriptions.move(
        conn,
        live,
        now,
        cause=cause,
        actor=actor,
        payment_id=payment_id,
        cancel_at_period_end=by_itself and live.cancel_at_period_end,
        carry=max(live.carry - used, Decimal(0)),
    )
    if period.starts_at <= now and period.number == live.current_number + 1:
        await begin_period(conn, live, period, now, cause="renewed", actor=actor)
    return period
