"""Deletes a plan that nobody is subscribed to; its history stays readable."""

from datetime import datetime

from billing_service.commands.create_plan import auditable
from billing_service.commands.update_plan import unknown_plan
from billing_service.store import audit, plans
from shared.db import Database
from shared.problems import Malformed


async def delete_plan(db: Database, plan_id: str, actor: str, now: datetime) -> None:
    """Refused while a subscription runs on the plan, in whatever live state."""
    async with db.transaction() as conn:
        plan = await plans.get(conn, plan_id, lock=True)
        if plan is None:
            raise unknown_plan(plan_id)
        running = await plans.live_subscriptions(conn, plan_id)
        if running:
            raise Malformed(
                f"Cannot delete plan with {running} active subscriptions. "
                "Deactivate the plan instead.",
                slug="plan-in-use",
            )
        await plans.remove(conn, plan_id, now)
        await audit.add(
            conn,
            actor=actor,
            action="plan_deleted",
            entity=("plan", plan_id),
            now=now,
            description=f"Deleted plan '{plan.name}'",
            metadata={"plan_data": auditable(plan)},
        )
