"""Usage by user and month in the first system's shapes, from the roll-ups alone."""

import calendar
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from shared.db import Connection, Row
from shared.money import ZERO, to_wire

USERS_MAX = 100
MONTHS_MAX = 12

# One row for each user and month: `u` is the roll-up, `c` what was there before the reset.
_MONTHS = """
    SELECT u.account_id, u.month, sum(u.charged - u.reversed) AS used, sum(u.charges) AS charges,
        array_agg(u.model_id ORDER BY u.model_id) AS models, min(u.created_at) AS created_at,
        max(u.updated_at) AS updated_at, min(c.balance) AS before_reset
    FROM usage_month u LEFT JOIN closed_period c
        ON c.account_id = u.account_id AND c.period = to_char(u.month, 'YYYY-MM')
    WHERE {where} GROUP BY u.account_id, u.month
"""
_OWNER = """
    a.account_id, a.name, a.email, a.balance,
    (SELECT string_agg(g.name, ', ' ORDER BY g.name) FROM membership m
        JOIN member_group g USING (group_id)
        WHERE m.account_id = a.account_id AND g.status = 'active' AND NOT g.is_system_group)
        AS group_name
"""
# Of each span of one kind that begins between two days; an entry is a user's month.
_TOTALS: Final = """
    SELECT since, max(users) FILTER (WHERE model_id = '') AS users,
        max(charges) FILTER (WHERE model_id = '') AS charges,
        max(used) FILTER (WHERE model_id = '') AS used,
        count(*) FILTER (WHERE model_id <> '') AS models
    FROM usage_by_model WHERE span = $1 AND since >= $2 AND since < $3 GROUP BY since
"""


def _statistic(row: Row) -> dict[str, Any]:
    month: date = row["month"]
    before = row["before_reset"]
    return {
        "id": month.year * 100 + month.month,
        "user_id": row["account_id"],
        "year": month.year,
        "month": month.month,
        "credits_used": to_wire(row["used"]),
        "transactions_count": int(row["charges"]),
        "models_used": row["models"],
        "balance_before_reset": None if before is None else to_wire(before),
        "created_at": row["created_at"],
        "updated_at": row["updated_at"],
    }


def _none(account_id: str, month: date) -> dict[str, Any]:
    return {
        "user_id": account_id,
        "year": month.year,
        "month": month.month,
        "credits_used": to_wire(ZERO),
        "transactions_count": 0,
        "models_used": [],
        "balance_before_reset": None,
    }


def _owner(row: Row) -> dict[str, Any]:
    return {
        "user_name": row["name"] or "Unknown",
        "user_email": row["email"],
        "current_balance": to_wire(row["balance"]),
        "group_name": row["group_name"],
    }


def _totals(row: Row, entries: int) -> dict[str, Any]:
    return {
        "total_credits_used": to_wire(row["used"]),
        "total_transactions": int(row["charges"]),
        "unique_users": row["users"],
        "total_entries": entries,
        "unique_models": row["models"],
    }


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


async def user_statistics(
    connection: Connection, account_id: str, month: date
) -> dict[str, Any] | None:
    """The current month and the last ones with usage; None for an unknown user."""
    owner = await connection.fetchrow(
        f"SELECT {_OWNER} FROM account a WHERE account_id = $1", account_id
    )
    if owner is None:
        return None
    rows = await connection.fetch(
        f"{_MONTHS.format(where='u.account_id = $1')} ORDER BY u.month DESC LIMIT $2",
        account_id,
        MONTHS_MAX,
    )
    found = {row["month"]: _statistic(row) for row in rows}
    return {
        "user_id": account_id,
        **_owner(owner),
        "current_month_usage": found.get(month) or _none(account_id, month),
        "historical_statistics": list(found.values()),
    }


async def monthly_statistics(connection: Connection, month: date) -> dict[str, Any]:
    first = """(
        SELECT account_id FROM usage_by_account WHERE span = 'month' AND since = $1
        ORDER BY used DESC, account_id LIMIT $2)"""
    rows = await connection.fetch(
        f"""
        SELECT s.*, {_OWNER}
        FROM ({_MONTHS.format(where=f"u.month = $1 AND u.account_id IN {first}")}) s
        JOIN account a USING (account_id) ORDER BY s.used DESC, s.account_id
        """,
        month,
        USERS_MAX,
    )
    totals = await connection.fetchrow(_TOTALS, "month", month, _next(month))
    return {
        "year": month.year,
        "month": month.month,
        "summary": _totals(totals, totals["users"]) if totals else None,
        "user_statistics": [_statistic(row) | _owner(row) for row in rows],
    }


async def current_usage(connection: Connection, month: date) -> dict[str, Any]:
    """Every user, with what the current month has used so far."""
    used = await connection.fetch(_MONTHS.format(where="u.month = $1"), month)
    statistics: Mapping[str, Any] = {row["account_id"]: _statistic(row) for row in used}
    owners = await connection.fetch(f"SELECT {_OWNER} FROM account a ORDER BY account_id")
    users = [
        {
            "user_id": row["account_id"],
            **_owner(row),
            "usage": statistics.get(row["account_id"]) or _none(row["account_id"], month),
        }
        for row in owners
    ]
    users.sort(key=lambda user: -Decimal(user["usage"]["credits_used"]))
    return {"year": month.year, "month": month.month, "current_usage": users}


async def yearly_statistics(connection: Connection, year: int) -> dict[str, Any]:
    bounds = date(year, 1, 1), date(year + 1, 1, 1)
    rows = await connection.fetch(_TOTALS, "month", *bounds)
    whole = await connection.fetchrow(_TOTALS, "year", *bounds)
    months = {row["since"].month: _totals(row, row["users"]) for row in rows}
    entries = sum(row["users"] for row in rows)
    return {
        "year": year,
        "yearly_summary": _totals(whole, entries) if whole else None,
        "monthly_breakdown": [
            {
                "month": number,
                "month_name": calendar.month_name[number],
                "summary": months.get(number),
            }
            for number in range(1, 13)
        ],
    }
