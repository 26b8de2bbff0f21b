"""Ends a subscription and its credits before its time; what was paid ahead is flagged."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from billing_service.commands.begin_period import announce_cut, announce_end
from billing_service.commands.close_subscription import close_subscription
from billing_service.domain.subscriptions import Subscription, credits_end
from billing_service.store import alarms, periods
from shared.db import Connection


async def end_subscription(
    conn: Connection,
    live: Subscription,
    now: datetime,
    *,
    status: Literal["canceled", "revoked"],
    cause: str,
    actor: str,
    payment_id: UUID | None = None,
) -> Subscription:
    """Cut the current period off and close the subscription; the caller holds the locks."""
    for paid_ahead in await periods.drop_unbegun(conn, live.id):
        # Money for a period that will never run: a person decides whether it goes back.
        details = {"payment_id": str(paid_ahead), "subscription_id": str(live.id)}
        await alarms.raise_alarm(conn, "paid_ahead_and_ended", str(paid_ahead), details, now)
    current = await periods.get(conn, live.id, live.current_number)
    assert current is not None  # noqa: S101 - a live subscription has its current period
    ends_at = await periods.cut_off(conn, current, now)
    ended = await close_subscription(
        conn,
        live,
        now,
        cause=cause,
        actor=actor,
        payment_id=payment_id,
        status=status,
        current_period_end=ends_at,
        cancel_at_period_end=False,
        next_plan_id=None,
    )
    for period in await periods.begun_of(conn, live.id):
        # Of a period that a change of plan cut off, credits may still be left.
        if credits_end(period) > now:
            await announce_cut(conn, period)
    await announce_end(conn, live.user_id, live.id, live.current_period_start, now)
    return ended
