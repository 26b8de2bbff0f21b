"""Group the windows of the start page where that takes too long to do for each look."""

from datetime import timedelta
from typing import Final

from ledger_service.store import usage_windows
from ledger_service.store.books import Books

DAYS: Final = (7, 30, 90)
# Fewer active accounts are grouped within some milliseconds, and are then exact to the second.
KEPT_FROM: Final = 10_000


async def keep_usage_windows(books: Books, kept_from: int = KEPT_FROM) -> None:
    until = books.now().astimezone(books.zone).date()
    for days in DAYS:
        async with books.db.transaction() as connection:
            window = await usage_windows.grouped(
                connection, until - timedelta(days=days - 1), until
            )
            is_slow = window.active + window.active_before >= kept_from
            await usage_windows.keep(connection, days, until, window if is_slow else None)
