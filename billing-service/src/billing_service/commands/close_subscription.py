"""The last step of a subscription: money that it carried for a next charge is flagged."""

from datetime import datetime
from typing import Any, Literal

from billing_service.domain.subscriptions import Subscription
from billing_service.store import alarms, subscriptions
from shared.db import Connection


async def close_subscription(
    conn: Connection,
    live: Subscription,
    now: datetime,
    *,
    cause: str,
    actor: str,
    status: Literal["canceled", "revoked"] = "canceled",
    **changes: Any,
) -> Subscription:
    """Nothing is charged any more; the caller holds the locks and tells what else ends with it."""
    if live.carry:
        # A person decides whether it goes back.
        details = {"user_id": live.user_id, "carry": str(live.carry)}
        await alarms.raise_alarm(conn, "carry_left", str(live.id), details, now)
    return await subscriptions.move(
        conn,
        live,
        now,
        cause=cause,
        actor=actor,
        status=status,
        ended_at=now,
        grace_until=None,
        next_attempt_at=None,
        **changes,
    )
