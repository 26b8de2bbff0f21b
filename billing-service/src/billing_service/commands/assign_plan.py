"""An administrator gives a user a plan without a payment: from now, for one whole period."""

from datetime import datetime

from billing_service.commands.end_subscription import end_subscription
from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.commands.update_plan import unknown_plan
from billing_service.domain.payments import terms_of
from billing_service.domain.subscriptions import Subscription, first_bounds
from billing_service.store import audit, customers, periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import NotFound


async def assign_plan(
    db: Database, user_id: str, plan_id: str, actor: str, now: datetime
) -> Subscription:
    """End what the user has and open the plan; its credits are granted like those of a paid one.

    The price of the period is 0, so that a later change of plan pays nothing back.
    """

    async def work(conn: Connection) -> Subscription:
        await subscriptions.lock_user(conn, user_id)
        if await customers.get(conn, user_id) is None:
            raise NotFound(f"User '{user_id}' not found", slug="unknown-user")
        plan = await plans.get(conn, plan_id)
        if plan is None:
            raise unknown_plan(plan_id)
        live = await subscriptions.live_of(conn, user_id, lock=True)
        if live:
            await end_subscription(
                conn, live, now, status="canceled", cause="replaced_by_admin", actor=actor
            )
        start = await periods.free_from(conn, user_id, now)
        opening = Opening(
            user_id=user_id,
            terms=terms_of(plan) | {"price": "0.00"},
            bounds=first_bounds(start, plan.interval),
            actor=actor,
            cause="assigned",
        )
        opened = await open_subscription(conn, opening, now)
        await audit.add(
            conn,
            actor=actor,
            action="subscription_plan_changed" if live else "subscription_created",
            entity=("subscription", str(opened.id)),
            now=now,
            metadata={
                "user_id": user_id,
                "plan_id": plan_id,
                "old_plan_id": live.plan_id if live else None,
            },
        )
        return opened

    return await db.run(work)
