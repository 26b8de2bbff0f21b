"""A user gives up: at the end of the period that is paid, or at once."""

from datetime import datetime

from billing_service.commands.end_subscription import end_subscription
from billing_service.domain.subscriptions import Subscription
from billing_service.store import subscriptions
from shared.db import Connection, Database
from shared.problems import NotFound


def no_subscription() -> NotFound:
    """Return the contract's refusal for who has none."""
    return NotFound("No active subscription found", slug="no-subscription")


async def cancel_subscription(
    db: Database, user_id: str, now: datetime, *, immediate: bool, actor: str
) -> Subscription:
    """Repeated it changes nothing; a suspended subscription has no period to wait for."""

    async def work(conn: Connection) -> Subscription:
        await subscriptions.lock_user(conn, user_id)
        live = await subscriptions.live_of(conn, user_id, lock=True)
        if live is None:
            raise no_subscription()
        if immediate or live.status in ("suspended", "past_due"):
            return await end_subscription(
                conn, live, now, status="canceled", cause="canceled_by_user", actor=actor
            )
        if live.cancel_at_period_end:
            return live
        return await subscriptions.move(
            conn,
            live,
            now,
            cause="cancellation_scheduled",
            actor=actor,
            cancel_at_period_end=True,
            next_plan_id=None,
            next_attempt_at=None,
        )

    return await db.run(work)
