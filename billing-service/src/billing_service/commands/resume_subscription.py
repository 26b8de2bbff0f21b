"""A user thinks again before the paid period is over."""

from datetime import datetime

from billing_service.commands.cancel_subscription import no_subscription
from billing_service.domain.subscriptions import Subscription
from billing_service.store import subscriptions
from shared.db import Connection, Database
from shared.problems import Malformed


async def resume_subscription(
    db: Database, user_id: str, now: datetime, *, actor: str
) -> Subscription:
    """Take a scheduled cancellation back; a charge that was declined before it is tried again."""

    async def work(conn: Connection) -> Subscription:
        await subscriptions.lock_user(conn, user_id)
        live = await subscriptions.live_of(conn, user_id, lock=True)
        if live is None:
            raise no_subscription()
        if live.current_period_end <= now:
            raise Malformed("Subscription already ended", slug="subscription-ended")
        if not live.cancel_at_period_end:
            raise Malformed("Subscription is not scheduled for cancellation", slug="not-scheduled")
        return await subscriptions.move(
            conn,
            live,
            now,
            cause="resumed",
            actor=actor,
            cancel_at_period_end=False,
            next_attempt_at=now,
        )

    return await db.run(work)
