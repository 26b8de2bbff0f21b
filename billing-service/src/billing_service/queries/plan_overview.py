"""All plans with how many people have them and what they bring a month."""

from dataclasses import dataclass
from decimal import Decimal

from billing_service.domain.plans import Plan, monthly_revenue
from billing_service.store.rows import value_of
from shared.db import Database


@dataclass(frozen=True, slots=True)
class PlanOverview:
    plan: Plan
    active: int
    canceled: int
    total: int
    mrr: Decimal


async def plan_overview(db: Database) -> list[PlanOverview]:
    """Inactive plans too, in the order of the shop window."""
    async with db.reader() as conn:
        rows = await conn.fetch(
            """
            SELECT p.*, s.active, s.canceled, s.total
            FROM plan p CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE status = 'active') AS active,
                       count(*) FILTER (WHERE status IN ('canceled', 'revoked')) AS canceled,
                       count(*) AS total
                FROM subscription WHERE plan_id = p.id
            ) s
            WHERE p.archived_at IS NULL
            ORDER BY p.display_order, p.created_at, p.id
            """
        )
    found: list[PlanOverview] = []
    for row in rows:
        plan = value_of(Plan, row)
        mrr = monthly_revenue(plan.price, plan.interval, row["active"])
        found.append(PlanOverview(plan, row["active"], row["canceled"], row["total"], mrr))
    return found
