"""Edits a plan. What subscribers were promised may not shrink under them."""

from datetime import datetime
from typing import Any

import structlog

from billing_service.domain.plans import Plan, changed_fields, fallen_quota
from billing_service.store import audit, plans
from shared.db import Connection, Database
from shared.problems import Malformed, NotFound

log = structlog.get_logger(__name__)


def unknown_plan(plan_id: str) -> NotFound:
    """Return the contract's refusal of a plan that does not exist."""
    return NotFound(f"Plan '{plan_id}' not found", slug="unknown-plan")


async def update_plan(
    db: Database, plan_id: str, fields: dict[str, Any], actor: str, now: datetime
) -> Plan:
    """Write the fields that differ; an empty request changes and logs nothing."""
    async with db.transaction() as conn:
        plan = await plans.get(conn, plan_id, lock=True)
        if plan is None:
            raise unknown_plan(plan_id)
        if not fields:
            return plan
        changes = changed_fields(plan, fields)
        running = await plans.live_subscriptions(conn, plan_id)
        if running and "quotas" in changes:
            _refuse_fall(plan, fields["quotas"])
        await _audit(conn, plan, changes, running, actor, now)
        if not changes:
            return plan
        return await plans.update(conn, plan_id, {name: fields[name] for name in changes}, now)


def _refuse_fall(plan: Plan, quotas: dict[str, int] | None) -> None:
    fall = fallen_quota(plan.quotas, quotas)
    if fall:
        metric, old, new = fall
        raise Malformed(
            f"Cannot decrease quota '{metric}' from {'unlimited' if old is None else old} to {new} "
            "while plan has active subscriptions. Create a new plan instead.",
            slug="quota-falls",
        )


async def _audit(
    conn: Connection,
    plan: Plan,
    changes: dict[str, dict[str, Any]],
    running: int,
    actor: str,
    now: datetime,
) -> None:
    metadata = None
    if running and {"price", "currency", "interval"} & changes.keys():
        log.warning("plan_price_changed", plan=plan.id, subscriptions=running)
        metadata = {"warning": f"{running} subscriptions renew at the new price"}
    await audit.add(
        conn,
        actor=actor,
        action="plan_updated",
        entity=("plan", plan.id),
        now=now,
        description=f"Updated plan '{plan.name}'",
        changes=changes,
        metadata=metadata,
    )
