"""What one's own account used by day or by model, from the roll-ups of its charges."""

import functools
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from ledger_service.queries.own_account import refuse_unknown
from shared.db import Connection
from shared.money import EXACT, ZERO, to_wire
from shared.rating import UNITS

By = Literal["day", "model"]
_KEYS: Final = {"day": "day::text", "model": "model_id"}
_SUMS: Final = ", ".join(f"sum({unit})::bigint AS {unit}" for unit in UNITS)


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last, both included, as days of `zone`."""

    first: date
    last: date
    zone: str


async def own_usage(connection: Connection, account_id: str, by: By, days: Days) -> dict[str, Any]:
    """Charges, credits and counts of each unit; what was reversed is subtracted that day."""
    await refuse_unknown(connection, account_id)
    rows = await connection.fetch(
        f"""
        SELECT {_KEYS[by]} AS key, sum(charges)::bigint AS charges,
            sum(charged - reversed) AS amount, {_SUMS}
        FROM usage_day WHERE account_id = $1 AND day BETWEEN $2 AND $3
        GROUP BY 1 ORDER BY 1
        """,
        account_id,
        days.first,
        days.last,
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
                "usage": {unit: row[unit] for unit in UNITS if row[unit]},
            }
            for row in rows
        ],
    }
