"""Usage between two days, by day, model, group or user."""

from datetime import date
from typing import Any, Final, Literal

from shared.db import Connection
from shared.money import to_wire
from shared.rating import UNITS

By = Literal["day", "model", "group", "user"]
ROWS_MAX: Final = 1000

_KEYS: Final = {
    "day": ("u.day::text", ""),
    "model": ("u.model_id", ""),
    "user": ("u.account_id", ""),
    # Who is in no group counts as a member of the default group; who is in two counts in both.
    "group": (
        "coalesce(m.group_id, 'default')",
        "LEFT JOIN membership m ON m.account_id = u.account_id",
    ),
}
_DAYS: Final = f"""
    SELECT since::text AS key, used, charges, users, {", ".join(UNITS)} FROM usage_by_model
    WHERE span = 'day' AND since BETWEEN $1 AND $2 AND model_id = $3 ORDER BY since LIMIT {ROWS_MAX}
"""
_SUMS: Final = ", ".join(f"sum(u.{unit}) AS {unit}" for unit in UNITS)


async def usage_breakdown(
    connection: Connection,
    by: By,
    since: date,
    until: date,
    account_id: str | None = None,
    model_id: str | None = None,
) -> list[dict[str, Any]]:
    """Rows of at most ROWS_MAX keys, days in their order and the others by credits."""
    key, join = _KEYS[by]
    order = "1" if by == "day" else "2 DESC, 1"
    if by == "day" and account_id is None:
        query, values = _DAYS, [since, until, model_id or ""]
    else:
        query, values = (
            f"""
        SELECT {key} AS key, sum(u.charged - u.reversed) AS used, sum(u.charges) AS charges,
            count(DISTINCT u.account_id) AS users, {_SUMS}
        FROM usage_day u {join}
        WHERE u.day BETWEEN $1 AND $2 AND ($3::text IS NULL OR u.account_id = $3)
            AND ($4::text IS NULL OR u.model_id = $4)
        GROUP BY 1 ORDER BY {order} LIMIT {ROWS_MAX}
        """,
            [since, until, account_id, model_id],
        )
    rows = await connection.fetch(query, *values)
    return [
        {
            by: row["key"],
            "credits_used": to_wire(row["used"]),
            "transactions_count": int(row["charges"]),
            "unique_users": row["users"],
            "usage": {unit: int(row[unit]) for unit in UNITS if row[unit]},
        }
        for row in rows
    ]
