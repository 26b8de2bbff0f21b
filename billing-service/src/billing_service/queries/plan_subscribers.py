"""Who has a plan, with how much of it is used."""

from typing import Any

from shared.db import Database


async def plan_subscribers(
    db: Database, plan_id: str, page: int, page_size: int
) -> tuple[list[dict[str, Any]], int]:
    """Newest first. Closed users are counted in the total but not shown, as the contract says."""
    async with db.reader() as conn:
        total: int = await conn.fetchval(
            "SELECT count(*) FROM subscription WHERE plan_id = $1", plan_id
        )
        rows = await conn.fetch(
            """
            SELECT s.user_id, coalesce(c.email, '') AS email, coalesce(c.name, s.user_id) AS name,
                   coalesce(c.role, 'user') AS role, coalesce(c.is_closed, false) AS is_closed,
                   s.status, s.created_at, s.current_period_start, s.current_period_end,
                   p.quotas, u.units
            FROM subscription s
            LEFT JOIN customer c USING (user_id)
            LEFT JOIN subscription_period p
                ON p.subscription_id = s.id AND p.number = s.current_number
            LEFT JOIN LATERAL (
                SELECT jsonb_object_agg(unit, amount) AS units FROM (
                    SELECT unit, sum(amount)::bigint AS amount FROM usage_counter
                    WHERE user_id = s.user_id AND period_id = p.id::text GROUP BY unit
                ) sums
            ) u ON true
            WHERE s.plan_id = $1
            ORDER BY s.created_at DESC, s.id LIMIT $2 OFFSET $3
            """,
            plan_id,
            page_size,
            (page - 1) * page_size,
        )
    return [dict(row) for row in rows if not row["is_closed"]], total


def pages_of(total: int, page_size: int) -> int:
    """Return the number of pages; an empty list has one."""
    return max(1, -(-total // page_size))
