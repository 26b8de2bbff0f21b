"""The figures of the start page, each from a roll-up or one pass over the accounts."""

from datetime import date, timedelta
from typing import Any, Final

from shared.db import Connection
from shared.money import to_wire

_TOP: Final = 8

_USED: Final = """
    SELECT coalesce(sum(charged - reversed), 0) AS used,
        coalesce(sum(charges), 0)::bigint AS charges,
        count(DISTINCT account_id) AS users, count(DISTINCT model_id) AS models
    FROM usage_day WHERE day BETWEEN $1 AND $2
"""


async def overview(connection: Connection, since: date, until: date) -> dict[str, Any]:
    """Both days count. The days before them, as many, are there to be compared with."""
    length = until - since + timedelta(days=1)
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        [now] = await connection.fetch(_USED, since, until)
        [before] = await connection.fetch(_USED, since - length, since - timedelta(days=1))
        return {
            "since": since,
            "until": until,
            "credits_used": to_wire(now["used"]),
            "credits_used_before": to_wire(before["used"]),
            "charges": now["charges"],
            "active_users": now["users"],
            "active_users_before": before["users"],
            "models_used": now["models"],
            "accounts": await _accounts(connection),
            "days": await _days(connection, since, until),
            "models": await _top(connection, "model_id", since, until),
            "users": await _top(connection, "account_id", since, until),
        }


async def _accounts(connection: Connection) -> dict[str, Any]:
    [row] = await connection.fetch(
        """
        SELECT count(*) FILTER (WHERE status <> 'closed') AS total,
            count(*) FILTER (WHERE status = 'suspended') AS suspended,
            count(*) FILTER (WHERE status = 'open' AND balance < 0) AS in_debt,
            count(*) FILTER (WHERE status = 'open' AND balance - held + credit_line <= 0) AS empty,
            coalesce(sum(balance) FILTER (WHERE balance > 0), 0) AS remaining,
            coalesce(sum(-balance) FILTER (WHERE balance < 0), 0) AS debt,
            coalesce(sum(held), 0) AS held
        FROM account
        """
    )
    amounts = {name: to_wire(row[name]) for name in ("remaining", "debt", "held")}
    return dict(row) | amounts


async def _days(connection: Connection, since: date, until: date) -> list[dict[str, Any]]:
    rows = await connection.fetch(
        """
        SELECT d::date::text AS day, coalesce(sum(u.charged - u.reversed), 0) AS credits_used,
            coalesce(sum(u.charges), 0)::bigint AS charges, count(DISTINCT u.account_id) AS users
        FROM generate_series($1::date, $2::date, interval '1 day') AS d
        LEFT JOIN usage_day u ON u.day = d::date
        GROUP BY 1 ORDER BY 1
        """,
        since,
        until,
    )
    return [{**row, "credits_used": to_wire(row["credits_used"])} for row in rows]


async def _top(
    connection: Connection, column: str, since: date, until: date
) -> list[dict[str, Any]]:
    rows = await connection.fetch(
        f"""
        SELECT u.id, a.name, u.used FROM (
            SELECT {column} AS id, sum(charged - reversed) AS used
            FROM usage_day WHERE day BETWEEN $1 AND $2 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_TOP}
        ) u LEFT JOIN account a ON '{column}' = 'account_id' AND a.account_id = u.id
        ORDER BY u.used DESC, u.id
        """,
        since,
        until,
    )
    return [{"id": r["id"], "name": r["name"], "credits_used": to_wire(r["used"])} for r in rows]
