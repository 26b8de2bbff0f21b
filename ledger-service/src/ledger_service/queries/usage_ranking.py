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

# For each kind: its rows of a span, which is $1 and begins on $2.
_RANKED: Final = {
    "user": """
        SELECT a.account_id AS id, a.name, a.email, a.balance, u.used, u.charges, 1 AS users,
            NULL::bigint AS models
        FROM usage_by_account u JOIN account a USING (account_id) WHERE span = $1 AND since = $2
    """,
    "model": """
        SELECT model_id AS id, model_id AS name, NULL AS email, NULL::numeric AS balance, used,
            charges, users, 1 AS models
        FROM usage_by_model WHERE span = $1 AND since = $2 AND model_id <> ''
    """,
    # As in the breakdown: no group counts as the default one, two groups count in both.
    "group": """
        SELECT coalesce(g.group_id, 'default') AS id, coalesce(min(g.name), 'default') AS name,
            NULL AS email, NULL::numeric AS balance, sum(u.used) AS used,
            sum(u.charges)::bigint AS charges, count(*) AS users, NULL::bigint AS models
        FROM usage_by_account u
        LEFT JOIN (membership m JOIN member_group g ON g.group_id = m.group_id
            AND g.status = 'active') ON m.account_id = u.account_id
        WHERE span = $1 AND since = $2 GROUP BY 1
    """,
}
# Everybody who used something: the page comes from the summaries, by name from the index of names.
_EVERYBODY: Final = """
    WITH page AS (
        SELECT account_id, used, charges FROM usage_by_account u {join}
        WHERE span = $1 AND since = $2 ORDER BY {order} LIMIT $3 OFFSET $4)
    SELECT page.*, page.account_id AS id, a.name, a.email, a.balance, 1 AS users,
        ({models}) AS models_used, whole.total
    FROM (SELECT count(*) AS total FROM usage_by_account WHERE span = $1 AND since = $2) whole
    LEFT JOIN page ON true LEFT JOIN account a USING (account_id) ORDER BY {order}
"""
# How many models a user of the page used.
_MODELS: Final = """
    SELECT count(DISTINCT model_id) FROM usage_month m
    WHERE m.account_id = {account} AND date_trunc($1, m.month) = $2
"""
_ORDERS: Final = {"credits": "used", "charges": "charges", "name": "lower(name)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The month or year that begins on `first`."""

    by: RankBy
    span: Literal["month", "year"]
    first: date
    search: str | None = None
    sort: RankSort = "credits"
    descending: bool = True
    limit: int
    offset: int = 0


async def usage_ranking(connection: Connection, asked: Ranking) -> dict[str, Any]:
    """A page, and how many rows fit."""
    order = f"{_ORDERS[asked.sort]} {'DESC' if asked.descending else 'ASC'}"
    place = asked.span, asked.first
    if asked.by == "user" and not asked.search:
        query = _EVERYBODY.format(
            order=f"{order}, account_id",
            join="JOIN account a USING (account_id)" if asked.sort == "name" else "",
            models=_MODELS.format(account="page.account_id"),
        )
        rows = await connection.fetch(query, *place, asked.limit, asked.offset)
    else:
        words = "lower(name || ' ' || coalesce(email, '') || ' ' || id)"
        fits = f'{words} COLLATE "C" LIKE lower($5)' if asked.search else "$5::text IS NULL"
        models = _MODELS.format(account="page.id") if asked.by == "user" else "SELECT page.models"
        rows = await connection.fetch(
            f"""
            WITH fitting AS (SELECT * FROM ({_RANKED[asked.by]}) AS ranked WHERE {fits}),
            page AS (SELECT * FROM fitting ORDER BY {order}, id LIMIT $3 OFFSET $4)
            SELECT page.*, ({models}) AS models_used, whole.total
            FROM (SELECT count(*) AS total FROM fitting) whole LEFT JOIN page ON true
            ORDER BY {order}, id
            """,
            *place,
            asked.limit,
            asked.offset,
            pattern_of(asked.search) if asked.search else None,
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
                "models": row["models_used"],
                "balance": None if row["balance"] is None else to_wire(row["balance"]),
            }
            for row in rows
            if row["id"] is not None
        ],
    }
