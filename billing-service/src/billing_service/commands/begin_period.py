"""Begins a period: from here on it counts, and the ledger hears of its credits exactly once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.domain.subscriptions import Period, Subscription
from billing_service.store import periods, subscriptions
from shared import outbox
from shared.contracts.billing import EntitlementChanged, PeriodCut, PeriodStarted
from shared.db import Connection


async def begin_period(
    conn: Connection,
    subscription: Subscription,
    period: Period,
    now: datetime,
    *,
    cause: str,
    actor: str,
) -> Subscription:
    """Make `period` the current one. The caller holds the locks of user and subscription."""
    await periods.begin(conn, period.id, now)
    changes: dict[str, Any] = {
        "status": "active",
        "plan_id": period.plan_id,
        "current_number": period.number,
        "current_period_start": period.starts_at,
        "current_period_end": period.ends_at,
        "grace_until": None,
        "next_attempt_at": None,
        "renewal_attempts": 0,
    }
    if subscription.next_plan_id == period.plan_id:
        changes["next_plan_id"] = None
    moved = await subscriptions.move(
        conn,
        subscription,
        now,
        cause=cause,
        actor=actor,
        payment_id=period.payment_id,
        **changes,
    )
    await announce_period(conn, period)
    return moved


async def announce_period(conn: Connection, period: Period) -> None:
    """Tell the others that the period runs, in the transaction that began it."""
    started = PeriodStarted(
        user_id=period.user_id,
        subscription_id=str(period.subscription_id),
        period_id=str(period.id),
        plan_id=period.plan_id,
        credits=period.credits,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        payment_id=str(period.payment_id) if period.payment_id else None,
    )
    await outbox.add(conn, started, aggregate_id=period.user_id)
    entitlement = EntitlementChanged(
        user_id=period.user_id,
        subscription_id=str(period.subscription_id),
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        quotas=period.quotas or {},
    )
    await outbox.add(conn, entitlement, aggregate_id=period.user_id)


async def announce_cut(conn: Connection, period: Period) -> None:
    """Tell the ledger that the period's credits are not to be spent any more."""
    cut = PeriodCut(
        user_id=period.user_id,
        period_id=str(period.id),
        payment_id=str(period.payment_id) if period.payment_id else None,
    )
    await outbox.add(conn, cut, aggregate_id=period.user_id)


async def announce_end(
    conn: Connection, user_id: str, subscription_id: UUID, starts_at: datetime, now: datetime
) -> None:
    """Tell the others that the quotas of the subscription do not apply any more."""
    ended = EntitlementChanged(
        user_id=user_id,
        subscription_id=str(subscription_id),
        starts_at=min(starts_at, now),
        ends_at=now,
        quotas={},
    )
    await outbox.add(conn, ended, aggregate_id=user_id)
