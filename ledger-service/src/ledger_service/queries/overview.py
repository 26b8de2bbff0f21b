"""The figures of the start page, each from a roll-up or one pass over the accounts."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from shared.db import Connection
from shared.money import ZERO, to_wire

_TOP: Final = 8

# Grouped first and counted afterwards: count(DISTINCT …) would sort every row of the span.
_BY: Final = """
    SELECT {column} AS id, sum(charged - reversed) AS used, sum(charges)::bigint AS charges
    FROM usage_day WHERE day BETWEEN $1 AND $2 GROUP BY 1
"""
# What it groups at 100,000 users; on disk that takes several times as long.
_MEMORY: Final = "SET LOCAL work_mem = '32MB'"


async def overview(connection: Connection, since: date, until: date) -> dict[str, Any]:
    """Both days count. The days before them, as many, are there to be compared with."""
    length = until - since + timedelta(days=1)
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        await connection.execute(_MEMORY)
        users = await _top(connection, "account_id", since, until)
        before = await _top(connection, "account_id", since - length, since - timedelta(days=1))
        models = await _top(connection, "model_id", since, until)
        return {
            "since": since,
            "until": until,
            "credits_used": to_wire(users.used),
            "credits_used_before": to_wire(before.used),
            "charges": users.charges,
            "active_users": users.count,
            "active_users_before": before.count,
            "models_used": models.count,
            "accounts": await _accounts(connection),
            "days": await _days(connection, since, until),
            "models": models.first,
            "users": users.first,
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
        WITH used AS (
            SELECT day, count(*) AS users, sum(charges)::bigint AS charges, sum(used) AS used
            FROM (
                SELECT day, account_id, sum(charges) AS charges, sum(charged - reversed) AS used
                FROM usage_day WHERE day BETWEEN $1 AND $2 GROUP BY 1, 2
            ) of_users GROUP BY 1
        )
        SELECT d::date::text AS day, coalesce(u.used, 0) AS credits_used,
            coalesce(u.charges, 0) AS charges, coalesce(u.users, 0) AS users
        FROM generate_series($1::date, $2::date, interval '1 day') AS d
        LEFT JOIN used u ON u.day = d::date ORDER BY 1
        """,
        since,
        until,
    )
    return [{**row, "credits_used": to_wire(row["credits_used"])} for row in rows]


@dataclass(frozen=True, slots=True)
class _Used:
    """What all used together, how many they are, and those who used most."""

    used: Decimal
    charges: int
    count: int
    first: list[dict[str, Any]]


async def _top(connection: Connection, column: str, since: date, until: date) -> _Used:
    rows = await connection.fetch(
        f"""
        WITH used AS ({_BY.format(column=column)}), first AS (
            SELECT id, used, sum(used) OVER () AS used_by_all,
                (sum(charges) OVER ())::bigint AS charges, count(*) OVER () AS count
            FROM used ORDER BY used DESC, id LIMIT {_TOP}
        )
        SELECT f.*, a.name FROM first f
        LEFT JOIN account a ON '{column}' = 'account_id' AND a.account_id = f.id
        ORDER BY f.used DESC, f.id
        """,
        since,
        until,
    )
    if not rows:
        return _Used(ZERO, 0, 0, [])
    first = [{"id": r["id"], "name": r["name"], "credits_used": to_wire(r["used"])} for r in rows]
    return _Used(rows[0]["used_by_all"], rows[0]["charges"], rows[0]["count"], first)
