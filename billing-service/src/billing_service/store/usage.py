"""SQL of usage counters."""

from collections.abc import Mapping
from datetime import date, datetime

from shared.db import Connection


async def count(
    conn: Connection, user_id: str, period_id: str, day: date, counts: Mapping[str, int]
) -> None:
    """Add the units of one charge to the counters of its period and day."""
    await conn.executemany(
        """
        INSERT INTO usage_counter (user_id, period_id, day, unit, amount)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (user_id, period_id, day, unit)
        DO UPDATE SET amount = usage_counter.amount + excluded.amount
        """,
        [(user_id, period_id, day, unit, amount) for unit, amount in sorted(counts.items())],
    )


async def in_period(conn: Connection, user_id: str, period_id: str) -> dict[str, int]:
    rows = await conn.fetch(
        """
        SELECT unit, sum(amount)::bigint AS amount FROM usage_counter
        WHERE user_id = $1 AND period_id = $2 GROUP BY unit
        """,
        user_id,
        period_id,
    )
    return {row["unit"]: row["amount"] for row in rows}


async def since(conn: Connection, user_id: str, moment: datetime) -> dict[str, int]:
    rows = await conn.fetch(
        """
        SELECT unit, sum(amount)::bigint AS amount FROM usage_counter
        WHERE user_id = $1 AND day >= $2::date GROUP BY unit
        """,
        user_id,
        moment,
    )
    return {row["unit"]: row["amount"] for row in rows}
