"""Who and what used how much in some months, for the statistics of the admin app."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from ledger_service.queries.filters import pattern_of
from shared.db import Connection
from shared.money import to_wire

RankBy = Literal["user", "model", "group"]
RankSort = Literal["credits", "charges", "name"]
COLUMNS: Final = (
    "id", "name", "email", "credits_used", "transactions_count", "users", "models", "balance",
)  # fmt: skip

_NONE: Final = "NULL::text AS email, NULL::numeric AS balance"
# For each kind: its id, its name, what else is known of it, and where that comes from.
_KEYS: Final = {
    "user": (
        "u.account_id",
        "min(a.name)",
        "min(a.email) AS email, min(a.balance) AS balance",
        "JOIN account a USING (account_id)",
    ),
    "model": ("u.model_id", "u.model_id", _NONE, ""),
    # As in the breakdown: no group counts as the default one, two groups count in both.
    "group": (
        "coalesce(g.group_id, 'default')",
        "coalesce(min(g.name), 'default')",
        _NONE,
        """LEFT JOIN (membership m JOIN member_group g ON g.group_id = m.group_id
            AND g.status = 'active') ON m.account_id = u.account_id""",
    ),
}
_ORDERS: Final = {"credits": "used", "charges": "charges", "name": "lower(name)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Months from `first` on, until before `end`."""

    by: RankBy
    first: date
    end: date
    search: str | None = None
    sort: RankSort = "credits"
    descending: bool = True
    limit: int
    offset: int = 0


async def usage_ranking(connection: Connection, asked: Ranking) -> dict[str, Any]:
    """A page, and how many rows fit."""
    key, name, more, join = _KEYS[asked.by]
    order = f"{_ORDERS[asked.sort]} {'DESC' if asked.descending else 'ASC'}, id"
    rows = await connection.fetch(
        f"""
        WITH ranked AS (
            SELECT {key} AS id, {name} AS name, {more}, sum(u.charged - u.reversed) AS used,
                sum(u.charges) AS charges, count(DISTINCT u.account_id) AS users,
                count(DISTINCT u.model_id) AS models
            FROM usage_month u {join} WHERE u.month >= $1 AND u.month < $2 GROUP BY 1),
        fitting AS (
            SELECT * FROM ranked
            WHERE $3::text IS NULL OR concat_ws(' ', name, email, id) ILIKE $3)
        SELECT page.*, whole.total FROM (SELECT count(*) AS total FROM fitting) whole LEFT JOIN (
            SELECT * FROM fitting ORDER BY {order} LIMIT $4 OFFSET $5) page
            ON true
        ORDER BY {order}
        """,
        asked.first,
        asked.end,
        pattern_of(asked.search) if asked.search else None,
        asked.limit,
        asked.offset,
    )
    return {
        "total": rows[0]["total"],
        "rows": [
            {
                "id": row["id"],
                "name": row["name"] or row["id"],
                "email": row["email"],
                "credits_used": to_wire(row["used"]),
                "transactions_count": int(row["charges"]),
                "users": row["users"],
                "models": row["models"],
                "balance": None if row["balance"] is None else to_wire(row["balance"]),
            }
            for row in rows
            if row["id"] is not None
        ],
    }
