"""What happens when a subscription's time has come: the next period, grace, suspension, the end."""

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

import structlog

from billing_service.commands.begin_period import announce_end, begin_period
from billing_service.commands.close_subscription import close_subscription
from billing_service.commands.open_subscription import period_of
from billing_service.domain.payments import terms_of
from billing_service.domain.policy import Policy
from billing_service.domain.proration import after_carry
from billing_service.domain.subscriptions import Period, Subscription, access_end, next_bounds
from billing_service.store import periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
ACTOR: Final = "calendar"
BATCH: Final = 200


async def end_due_periods(db: Database, policy: Policy, now: datetime) -> bool:
    """Take every step that is due; False if none was taken.

    One that cannot be dealt with is logged and left, so that it keeps nobody else waiting.
    """
    has_moved = False
    broken: list[UUID] = []
    while waiting := await _waiting(db, now, broken):
        for subscription_id, user_id in waiting:
            try:
                await end_period(db, policy, subscription_id, user_id, now)
                has_moved = True
            except Unavailable:
                raise
            except Exception:
                log.exception("period_not_ended", subscription=str(subscription_id))
                broken.append(subscription_id)
    return has_moved


async def _waiting(db: Database, now: datetime, broken: list[UUID]) -> list[tuple[UUID, str]]:
    async with db.reader() as conn:
        return await subscriptions.due(conn, now, BATCH, broken)


async def end_period(
    db: Database, policy: Policy, subscription_id: UUID, user_id: str, now: datetime
) -> None:
    """Take one step; a step that another worker took is not taken again."""

    async def work(conn: Connection) -> None:
        await subscriptions.lock_user(conn, user_id)
        live = await subscriptions.still_due(conn, subscription_id, now)
        if live is None:
            return
        if live.status in ("trialing", "active"):
            await _next_or_end(conn, policy, live, now)
        elif live.status == "past_due":
            await _suspend(conn, policy, live, now)
        else:
            await _close(conn, live, now, "not_paid")

    await db.run(work)


async def _next_or_end(conn: Connection, policy: Policy, live: Subscription, now: datetime) -> None:
    following = await periods.get(conn, live.id, live.current_number + 1)
    if following:
        await begin_period(conn, live, following, now, cause="next_period", actor=ACTOR)
        return
    if live.cancel_at_period_end:
        await _close(conn, live, now, "canceled_by_user")
        return
    current = await periods.get(conn, live.id, live.current_number)
    assert current is not None  # noqa: S101 - a live subscription has its current period
    if await _free_of_charge(conn, live, current, now):
        return
    if live.auto_renew:
        await subscriptions.move(
            conn,
            live,
            now,
            cause="not_renewed",
            actor=ACTOR,
            status="past_due",
            grace_until=access_end(live, policy.grace),
        )
    else:
        await _close(conn, live, now, "not_renewed")


async def _free_of_charge(
    conn: Connection, live: Subscription, current: Period, now: datetime
) -> bool:
    """Begin the next period if nothing is to be paid for it: a free plan, or money kept."""
    plan = await plans.get_any(conn, live.next_plan_id or live.plan_id)
    assert plan is not None  # noqa: S101 - plans with subscribers are never erased
    charge, used = after_carry(plan.price, live.carry)
    if charge > 0:
        return False
    bounds = next_bounds(current, plan.interval)
    period = period_of(live.id, live.user_id, bounds, terms_of(plan), None)
    await periods.insert(conn, period, now)
    if used:
        carry = max(live.carry - used, Decimal(0))
        live = await subscriptions.move(
            conn, live, now, cause="carry_used", actor=ACTOR, carry=carry
        )
    await begin_period(conn, live, period, now, cause="next_period", actor=ACTOR)
    return True


async def _suspend(conn: Connection, policy: Policy, live: Subscription, now: datetime) -> None:
    assert live.grace_until is not None  # noqa: S101 - set when it became past due
    await subscriptions.move(
        conn,
        live,
        now,
        cause="grace_over",
        actor=ACTOR,
        status="suspended",
        grace_until=live.grace_until + policy.suspended_for,
        next_attempt_at=None,
    )
    await announce_end(conn, live.user_id, live.id, live.current_period_start, now)


async def _close(conn: Connection, live: Subscription, now: datetime, cause: str) -> None:
    await close_subscription(conn, live, now, cause=cause, actor=ACTOR)
    if live.status != "suspended":
        await announce_end(conn, live.user_id, live.id, live.current_period_start, now)
