"""The figures of the start page, each from a summary or one pass over the accounts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from ledger_service.store.usage_windows import TOP, Window, kept_or_grouped
from shared.db import Connection, Row
from shared.money import ZERO, to_wire

_OF_MODELS: Final = "usage_by_model WHERE span = 'day' AND since BETWEEN $1 AND $2"


async def overview(connection: Connection, since: date, until: date) -> dict[str, Any]:
    """Both days count. The days before them, as many, are there to be compared with."""
    length = until - since + timedelta(days=1)
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        window = await kept_or_grouped(connection, since, until)
        days = await _days(connection, since, until)
        models = await _models(connection, since, until)
        users = await _users(connection, window)
        return {
            "since": since,
            "until": until,
            "credits_used": to_wire(sum((day["credits_used"] for day in days), ZERO)),
            "credits_used_before": to_wire(
                await _used(connection, since - length, since - timedelta(days=1))
            ),
            "charges": sum(day["charges"] for day in days),
            "active_users": window.active,
            "active_users_before": window.active_before,
            "models_used": models[0]["count"] if models else 0,
            "accounts": await _accounts(connection),
            "days": [{**day, "credits_used": to_wire(day["credits_used"])} for day in days],
            "models": _shown(models),
            "users": _shown(users),
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


async def _days(connection: Connection, since: date, until: date) -> list[Row]:
    return await connection.fetch(
        f"""
        SELECT d::date::text AS day, coalesce(u.used, 0) AS credits_used,
            coalesce(u.charges, 0) AS charges, coalesce(u.users, 0) AS users
        FROM generate_series($1::date, $2::date, interval '1 day') AS d
        LEFT JOIN (SELECT * FROM {_OF_MODELS} AND model_id = '') u ON u.since = d::date
        ORDER BY 1
        """,
        since,
        until,
    )


async def _used(connection: Connection, since: date, until: date) -> Decimal:
    used: Decimal = await connection.fetchval(
        f"SELECT coalesce(sum(used), 0) FROM {_OF_MODELS} AND model_id = ''", since, until
    )
    return used


async def _models(connection: Connection, since: date, until: date) -> list[Row]:
    return await connection.fetch(
        f"""
        SELECT model_id AS id, sum(used) AS used, count(*) OVER () AS count, NULL AS name
        FROM {_OF_MODELS} AND model_id <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {TOP}
        """,
        since,
        until,
    )


async def _users(connection: Connection, window: Window) -> list[Row]:
    return await connection.fetch(
        """
        SELECT f.id, f.used, a.name FROM unnest($1::text[], $2::numeric[]) WITH ORDINALITY
            AS f (id, used, place) LEFT JOIN account a ON a.account_id = f.id ORDER BY f.place
        """,
        [account_id for account_id, _ in window.first],
        [used for _, used in window.first],
    )


def _shown(rows: list[Row]) -> list[dict[str, Any]]:
    return [{"id": r["id"], "name": r["name"], "credits_used": to_wire(r["used"])} for r in rows]
