"""Takes a plan off the shop window, or puts it back; subscribers keep it."""

from datetime import datetime

from billing_service.commands.update_plan import unknown_plan
from billing_service.domain.plans import Plan
from billing_service.store import audit, plans
from shared.db import Database


async def toggle_plan(db: Database, plan_id: str, actor: str, now: datetime) -> Plan:
    """Flip `is_active`."""
    async with db.transaction() as conn:
        plan = await plans.get(conn, plan_id, lock=True)
        if plan is None:
            raise unknown_plan(plan_id)
        changed = await plans.update(conn, plan_id, {"is_active": not plan.is_active}, now)
        await audit.add(
            conn,
            actor=actor,
            action="plan_activated" if changed.is_active else "plan_deactivated",
            entity=("plan", plan_id),
            now=now,
            changes={"is_active": {"old": plan.is_active, "new": changed.is_active}},
        )
        return changed
