"""One plan, and the shop window."""

from billing_service.domain.plans import Plan
from billing_service.store import plans
from shared.db import Database


async def plan_detail(db: Database, plan_id: str) -> Plan | None:
    """Inactive plans too."""
    async with db.reader() as conn:
        return await plans.get(conn, plan_id)


async def plans_on_sale(db: Database) -> list[Plan]:
    """Active plans in their order."""
    async with db.reader() as conn:
        return await plans.list_all(conn, active_only=True)
