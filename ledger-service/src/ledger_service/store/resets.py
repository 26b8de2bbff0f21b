"""Runs of the monthly reset: the calendar's own, and those that an operator forces."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from ledger_service.store.accounts import MAY_HAVE_ALLOWANCE
from shared.db import Connection

_COLUMNS = """id, reset_type, period, status, actor, cursor, users_affected, credits_granted,
    started_at, finished_at"""


@dataclass(frozen=True, slots=True)
class Run:
    """One reset of all accounts. `cursor` is the last account that a forced one has done."""

    id: int
    reset_type: str
    period: str
    status: str
    actor: str
    cursor: str
    users_affected: int
    credits_granted: Decimal
    started_at: datetime
    finished_at: datetime | None


async def monthly(connection: Connection, period: str) -> Run | None:
    """The calendar's reset of `period`, if it has begun."""
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM reset_run WHERE reset_type = 'monthly' AND period = $1", period
    )
    return Run(*row) if row else None


async def locked(connection: Connection, run_id: int) -> Run | None:
    """The run, while it is running, kept from others until the transaction ends."""
    row = await connection.fetchrow(
        f"SELECT {_COLUMNS} FROM reset_run WHERE id = $1 AND status = 'running' FOR UPDATE", run_id
    )
    return Run(*row) if row else None


async def find(connection: Connection, run_id: int) -> Run:
    row = await connection.fetchrow(f"SELECT {_COLUMNS} FROM reset_run WHERE id = $1", run_id)
    assert row is not None  # noqa: S101 - runs are never deleted
    return Run(*row)


async def begin(
    connection: Connection, reset_type: str, period: str, actor: str, now: datetime
) -> None:
    """Begin a run, unless one that excludes it exists."""
    await connection.execute(
        """
        INSERT INTO reset_run (reset_type, period, actor, started_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        reset_type,
        period,
        actor,
        now,
    )


async def running(connection: Connection, reset_type: str) -> list[int]:
    rows = await connection.fetch(
        "SELECT id FROM reset_run WHERE status = 'running' AND reset_type = $1 ORDER BY id",
        reset_type,
    )
    return [row["id"] for row in rows]


async def next_accounts(connection: Connection, after: str, limit: int) -> list[str]:
    """Whom a forced run renews next, in its order."""
    rows = await connection.fetch(
        f"""
        SELECT account_id FROM account WHERE account_id > $1 AND {MAY_HAVE_ALLOWANCE}
        ORDER BY account_id LIMIT $2
        """,
        after,
        limit,
    )
    return [row["account_id"] for row in rows]


async def advance(
    connection: Connection, run_id: int, cursor: str, users: int, granted: Decimal
) -> None:
    await connection.execute(
        """
        UPDATE reset_run SET cursor = $2, users_affected = users_affected + $3,
            credits_granted = credits_granted + $4 WHERE id = $1
        """,
        run_id,
        cursor,
        users,
        granted,
    )


async def complete(connection: Connection, run_id: int, now: datetime) -> Run:
    await connection.execute(
        "UPDATE reset_run SET status = 'completed', finished_at = $2 WHERE id = $1", run_id, now
    )
    return await find(connection, run_id)


async def count_given(connection: Connection, run_id: int) -> Run:
    """Let a monthly run tell of the allowances that its period has given, whoever granted them."""
    await connection.execute(
        """
        UPDATE reset_run SET users_affected = given.users, credits_granted = given.credits
        FROM (SELECT count(*) AS users, coalesce(sum(l.amount), 0) AS credits
            FROM reset_run r JOIN lot l ON l.source = 'allowance' AND l.period = r.period
            WHERE r.id = $1) AS given
        WHERE id = $1
        """,
        run_id,
    )
    return await find(connection, run_id)


async def history(connection: Connection, limit: int) -> list[Any]:
    return await connection.fetch(
        f"SELECT {_COLUMNS} FROM reset_run ORDER BY id DESC LIMIT $1", limit
    )
