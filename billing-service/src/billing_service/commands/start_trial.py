"""Begins a trial: free days of a plan, once in a user's life."""

from datetime import datetime
from uuid import UUID

from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.domain.payments import terms_of
from billing_service.domain.plans import Plan
from billing_service.domain.subscriptions import Subscription, trial_bounds
from billing_service.store import periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import Conflict, Malformed


async def start_trial(db: Database, user_id: str, plan_id: str, now: datetime) -> Subscription:
    """Open a subscription in state `trialing`; what follows must be paid before it ends."""

    async def work(conn: Connection) -> Subscription:
        await subscriptions.lock_user(conn, user_id)
        plan = await trial_plan(conn, user_id, plan_id)
        return await open_trial(conn, user_id, plan, now)

    return await db.run(work)


async def trial_plan(conn: Connection, user_id: str, plan_id: str) -> Plan:
    """Return the plan if the user may try it; the caller holds the user's lock."""
    plan = await plans.get(conn, plan_id)
    if plan is None or not plan.is_active:
        raise Malformed(f"Plan {plan_id} not found", slug="unknown-plan")
    if plan.trial_days == 0:
        raise Malformed("This plan has no trial", slug="no-trial")
    if await subscriptions.live_of(conn, user_id, lock=True):
        raise Conflict("There is a subscription already", slug="already-subscribed")
    if await subscriptions.had_trial(conn, user_id):
        raise Conflict("The trial was used before", slug="trial-used")
    return plan


async def open_trial(
    conn: Connection, user_id: str, plan: Plan, now: datetime, method_id: UUID | None = None
) -> Subscription:
    """With a saved method the trial is renewed by it, as any paid period is."""
    start = await periods.free_from(conn, user_id, now)
    opening = Opening(
        user_id=user_id,
        terms=terms_of(plan) | {"price": "0.00"},
        bounds=trial_bounds(start, plan.trial_days),
        status="trialing",
        actor=user_id,
        cause="trial_started",
        method_id=method_id,
    )
    return await open_subscription(conn, opening, now)
