"""SQL of plans. Archived plans exist only for the history."""

from typing import Any

from billing_service.domain.plans import Plan
from billing_service.store.rows import found, value_of
from shared.db import Connection

_INSERT = """
    INSERT INTO plan (id, name, name_ru, description, description_ru, price, currency, interval,
        quotas, features, included_credits, trial_days, is_active, display_order,
        plan_extra_metadata, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    ON CONFLICT (id) DO NOTHING
"""
_EDITABLE = frozenset({
    "name", "name_ru", "description", "description_ru", "price", "currency", "interval",
    "quotas", "features", "included_credits", "trial_days", "is_active", "display_order",
})  # fmt: skip
LIVE_SQL = "status NOT IN ('canceled', 'revoked')"


async def insert(conn: Connection, plan: Plan) -> bool:
    """Store a new plan; False if its id is taken."""
    status = await conn.execute(
        _INSERT,
        plan.id,
        plan.name,
        plan.name_ru,
        plan.description,
        plan.description_ru,
        plan.price,
        plan.currency,
        plan.interval,
        plan.quotas,
        plan.features,
        plan.included_credits,
        plan.trial_days,
        plan.is_active,
        plan.display_order,
        plan.plan_extra_metadata,
        plan.created_at,
        plan.updated_at,
    )
    return bool(status.endswith(" 1"))


async def get(conn: Connection, plan_id: str, *, lock: bool = False) -> Plan | None:
    """Read a plan that is not archived."""
    sql = "SELECT * FROM plan WHERE id = $1 AND archived_at IS NULL"
    return found(Plan, await conn.fetchrow(sql + (" FOR UPDATE" if lock else ""), plan_id))


async def get_any(conn: Connection, plan_id: str) -> Plan | None:
    """Read a plan, archived or not."""
    return found(Plan, await conn.fetchrow("SELECT * FROM plan WHERE id = $1", plan_id))


async def list_all(conn: Connection, *, active_only: bool) -> list[Plan]:
    rows = await conn.fetch(
        """
        SELECT * FROM plan WHERE archived_at IS NULL AND (is_active OR NOT $1)
        ORDER BY display_order, created_at, id
        """,
        active_only,
    )
    return [value_of(Plan, row) for row in rows]


async def update(conn: Connection, plan_id: str, changes: dict[str, Any], now: Any) -> Plan:
    """Write the changed fields of a plan that the caller has locked."""
    unknown = set(changes) - _EDITABLE
    if unknown:
        raise ValueError(f"not editable: {unknown}")
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(changes, start=3))
    row = await conn.fetchrow(
        f"UPDATE plan SET updated_at = $2{columns} WHERE id = $1 RETURNING *",
        plan_id,
        now,
        *changes.values(),
    )
    assert row is not None  # noqa: S101 - the caller holds the row's lock
    return value_of(Plan, row)


async def live_subscriptions(conn: Connection, plan_id: str) -> int:
    """Count the subscriptions that still run on the plan, or will from their next period."""
    count: int = await conn.fetchval(
        f"""
        SELECT count(*) FROM subscription
        WHERE (plan_id = $1 OR next_plan_id = $1) AND {LIVE_SQL}
        """,
        plan_id,
    )
    return count


async def remove(conn: Connection, plan_id: str, now: Any) -> None:
    """Erase a plan that nobody ever had; archive one with a history."""
    used = await conn.fetchval(
        """
        SELECT EXISTS (SELECT FROM subscription WHERE plan_id = $1 OR next_plan_id = $1)
            OR EXISTS (SELECT FROM subscription_period WHERE plan_id = $1)
            OR EXISTS (SELECT FROM payment WHERE plan_id = $1)
        """,
        plan_id,
    )
    if used:
        await conn.execute(
            "UPDATE plan SET archived_at = $2, is_active = false WHERE id = $1", plan_id, now
        )
    else:
        await conn.execute("DELETE FROM plan WHERE id = $1", plan_id)
