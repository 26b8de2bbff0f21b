"""Creates a plan; its id is made from the name where none is given."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import uuid4

from billing_service.domain.plans import Plan, plan_id_of
from billing_service.store import audit, plans
from shared.db import Database
from shared.problems import Malformed


async def create_plan(db: Database, fields: dict[str, Any], actor: str, now: datetime) -> Plan:
    """Store the plan and the audit entry in one transaction."""
    plan_id = fields.pop("id", None) or plan_id_of(fields["name"], uuid4().hex[:8])
    plan = Plan(id=plan_id, plan_extra_metadata=None, created_at=now, updated_at=now, **fields)
    async with db.transaction() as conn:
        if not await plans.insert(conn, plan):
            raise Malformed(f"Plan with ID '{plan_id}' already exists", slug="plan-exists")
        await audit.add(
            conn,
            actor=actor,
            action="plan_created",
            entity=("plan", plan.id),
            now=now,
            description=f"Created plan '{plan.name}'",
            metadata={"plan_data": auditable(plan)},
        )
    return plan


def auditable(plan: Plan) -> dict[str, Any]:
    """Return the plan as the audit log keeps it."""
    dates = {"created_at", "updated_at"}
    return {name: value for name, value in asdict(plan).items() if name not in dates}
