"""Group the windows of the start page where that takes too long to do for each look."""

from datetime import date, timedelta
from typing import Final

from ledger_service.queries.usage_windows import Window, grouped
from ledger_service.store.books import Books
from shared.db import Connection

DAYS: Final = (7, 30, 90)
# Fewer active accounts are grouped within some milliseconds, and are then exact to the second.
KEPT_FROM: Final = 10_000


async def keep_usage_windows(books: Books, kept_from: int = KEPT_FROM) -> None:
    until = books.now().astimezone(books.zone).date()
    for days in DAYS:
        async with books.db.transaction() as connection:
            window = await grouped(connection, until - timedelta(days=days - 1), until)
            await connection.execute("DELETE FROM usage_window WHERE days = $1", days)
            if window.active + window.active_before >= kept_from:
                await _keep(connection, days, until, window)


async def _keep(connection: Connection, days: int, until: date, window: Window) -> None:
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
