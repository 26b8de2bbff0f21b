"""What one's own account used by day or by model, summed from its charges."""

import functools
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from ledger_service.queries.own_account import refuse_unknown
from shared.db import Connection
from shared.money import EXACT, ZERO, to_wire

By = Literal["day", "model"]
_KEYS: Final = {"day": "((t.posted_at AT TIME ZONE $4::text)::date)::text", "model": "t.model_id"}


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last, both included, as days of `zone`."""

    first: date
    last: date
    zone: str


async def own_usage(connection: Connection, account_id: str, by: By, days: Days) -> dict[str, Any]:
    """Charges, credits and counts of each unit; the rows sum to the transfers exactly."""
    await refuse_unknown(connection, account_id)
    rows = await connection.fetch(
        f"""
        WITH own AS MATERIALIZED (
            SELECT {_KEYS[by]} AS key, t.amount, t.lines FROM transfer t
            WHERE t.account_id = $1 AND t.kind = 'charge'
                AND t.posted_at >= ($2::date::timestamp AT TIME ZONE $4::text)
                AND t.posted_at < (($3::date + 1)::timestamp AT TIME ZONE $4::text)),
        units AS (
            SELECT key, jsonb_object_agg(unit, count) AS usage FROM (
                SELECT key, line->>'unit' AS unit, sum((line->>'count')::bigint) AS count
                FROM own CROSS JOIN jsonb_array_elements(lines) AS line GROUP BY 1, 2) AS u
            GROUP BY key)
        SELECT o.key, count(*) AS charges, sum(o.amount) AS amount, u.usage
        FROM own o LEFT JOIN units u USING (key) GROUP BY o.key, u.usage ORDER BY o.key
        """,
        account_id,
        days.first,
        days.last,
        days.zone,
    )
    return {
        "by": by,
        "from": days.first.isoformat(),
        "to": days.last.isoformat(),
        "time_zone": days.zone,
        "charges": sum(row["charges"] for row in rows),
        "amount": to_wire(functools.reduce(EXACT.add, (row["amount"] for row in rows), ZERO)),
        "rows": [
            {
                by: row["key"],
                "charges": row["charges"],
                "amount": to_wire(row["amount"]),
                "usage": row["usage"] or {},
            }
            for row in rows
        ],
    }
