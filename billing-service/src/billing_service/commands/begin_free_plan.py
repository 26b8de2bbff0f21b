"""Begins a plan that costs nothing."""

from datetime import datetime

from billing_service.commands.close_subscription import close_subscription
from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.domain.calendar import boundary
from billing_service.domain.payments import terms_of
from billing_service.domain.plans import Plan
from billing_service.domain.subscriptions import Subscription, first_bounds
from billing_service.store import periods
from shared.db import Connection


async def begin_free_plan(
    conn: Connection, user_id: str, plan: Plan, suspended: Subscription | None, now: datetime
) -> None:
    """Open it in the place of one that is suspended; the caller holds the user's lock."""
    if suspended is not None:
        await close_subscription(conn, suspended, now, cause="replaced", actor=user_id)
    start = await periods.free_from(conn, user_id, now)
    given_at = await periods.last_gift(conn, user_id)
    # Leaving and coming back within one period must not make credits out of nothing.
    is_too_soon = given_at is not None and boundary(given_at, plan.interval, 1) > now
    opening = Opening(
        user_id=user_id,
        terms=terms_of(plan) | ({"credits": "0"} if is_too_soon else {}),
        bounds=first_bounds(start, plan.interval),
        actor=user_id,
        cause="free_plan",
    )
    await open_subscription(conn, opening, now)
