"""Lets a subscription go on with a plan from its next period."""

from datetime import datetime

from billing_service.domain.plans import Plan
from billing_service.domain.subscriptions import Subscription
from billing_service.store import subscriptions
from shared.db import Connection


async def schedule_plan(conn: Connection, live: Subscription, plan: Plan, now: datetime) -> None:
    """Who chooses what follows does not want to cancel; repeated it changes nothing."""
    if plan.id == (live.next_plan_id or live.plan_id) and not live.cancel_at_period_end:
        return
    await subscriptions.move(
        conn,
        live,
        now,
        cause="change_scheduled",
        actor=live.user_id,
        next_plan_id=None if plan.id == live.plan_id else plan.id,
        cancel_at_period_end=False,
    )
