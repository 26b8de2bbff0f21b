"""Who was active in a window of days, how many were before it, and who used most."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from shared.db import Connection

TOP: Final = 8

# What it groups at 100,000 users; on disk that takes several times as long.
_MEMORY: Final = "SET LOCAL work_mem = '64MB'"
_OF_ACCOUNTS: Final = "usage_by_account WHERE span = 'day' AND since BETWEEN $1 AND $2"
# Grouped first and counted afterwards: count(DISTINCT …) would sort every row of the window.
_ACTIVE: Final = f"SELECT count(*) FROM (SELECT FROM {_OF_ACCOUNTS} GROUP BY account_id) AS active"
_FIRST: Final = f"""
    SELECT account_id, sum(used) AS used, count(*) OVER () AS active
    FROM {_OF_ACCOUNTS} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {TOP}
"""


@dataclass(frozen=True, slots=True)
class Window:
    """`first` are the accounts that used most, with how much."""

    active: int
    active_before: int
    first: list[tuple[str, Decimal]]


async def kept_or_grouped(connection: Connection, since: date, until: date) -> Window:
    """What the worker keeps of it (a minute old at most), else what the summaries say now."""
    row = await connection.fetchrow(
        "SELECT active, active_before, first FROM usage_window WHERE days = $1 AND until = $2",
        (until - since).days + 1,
        until,
    )
    if row is None:
        return await grouped(connection, since, until)
    first = [(one["id"], Decimal(one["used"])) for one in row["first"]]
    return Window(row["active"], row["active_before"], first)


async def grouped(connection: Connection, since: date, until: date) -> Window:
    """Inside the caller's transaction."""
    await connection.execute(_MEMORY)
    rows = await connection.fetch(_FIRST, since, until)
    length = until - since + timedelta(days=1)
    before = await connection.fetchval(_ACTIVE, since - length, since - timedelta(days=1))
    first = [(row["account_id"], row["used"]) for row in rows]
    return Window(rows[0]["active"] if rows else 0, before, first)


async def keep(connection: Connection, days: int, until: date, window: Window | None) -> None:
    """Replace what was kept of the last `days`; None keeps nothing."""
    await connection.execute("DELETE FROM usage_window WHERE days = $1", days)
    if window is None:
        return
    await connection.execute(
        """
        INSERT INTO usage_window (days, until, active, active_before, first, made_at)
        VALUES ($1, $2, $3, $4, $5, now())
        ON CONFLICT (days) DO UPDATE SET until = excluded.until, active = excluded.active,
            active_before = excluded.active_before, first = excluded.first,
            made_at = excluded.made_at
        """,
        days,
        until,
        window.active,
        window.active_before,
        [{"id": account_id, "used": str(used)} for account_id, used in window.first],
    )
