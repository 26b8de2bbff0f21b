"""Moves a running subscription to another plan now: the current period ends, the next begins."""

from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.commands.begin_period import begin_period
from billing_service.commands.open_subscription import period_of
from billing_service.domain.subscriptions import Subscription, split_bounds
from billing_service.store import periods, subscriptions
from shared.db import Connection


async def switch_plan(
    conn: Connection,
    live: Subscription,
    terms: dict[str, Any],
    now: datetime,
    *,
    actor: str,
    payment_id: UUID | None = None,
) -> Subscription:
    """Cut the current period off and begin one on `terms`, whose price is that of the rest."""
    current = await periods.get(conn, live.id, live.current_number)
    assert current is not None  # noqa: S101 - a live subscription has its current period
    cut_at = await periods.cut_off(conn, current, now)
    bounds = split_bounds(current, terms["interval"], cut_at)
    period = period_of(live.id, live.user_id, bounds, terms, payment_id)
    await periods.insert(conn, period, now)
    # An upgrade outweighs a downgrade that waited for the end of the period.
    live = await subscriptions.move(
        conn, live, now, cause="change_paid", actor=actor, payment_id=payment_id, next_plan_id=None
    )
    return await begin_period(conn, live, period, now, cause="plan_changed", actor=actor)
