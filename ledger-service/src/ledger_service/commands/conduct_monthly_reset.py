"""The reset that the calendar asks for: renew who is due, then close the period's run, once."""

import math
import time

from ledger_service.commands.renew_due_accounts import renew_due_accounts
from ledger_service.domain.allowance import period_of
from ledger_service.store import log, resets
from ledger_service.store.books import Books
from shared.db import Connection


async def conduct_monthly_reset(
    books: Books, author: log.Author = log.SYSTEM, within_s: float = math.inf, *, reason: str = ""
) -> int:
    """Return how many accounts were renewed here. Any number of workers may do this at once.

    What a crash interrupts, or is not done `within_s` seconds, is simply continued by the next.
    """
    until = time.monotonic() + within_s
    period = period_of(books.now(), books.zone).name
    async with books.db.reader() as connection:
        run = await resets.monthly(connection, period)
    if run is None:
        async with books.db.transaction() as connection:
            now = await books.moment(connection)
            await resets.begin(connection, "monthly", period, author.name, now)
    renewed = await renew_due_accounts(books, until)
    if run is None or run.status == "running":
        is_done = time.monotonic() < until
        await _account_for(books, period, author, reason, is_done=is_done)
    return renewed


async def _account_for(
    books: Books, period: str, author: log.Author, reason: str, *, is_done: bool
) -> None:
    """Tell what the period has given so far, and close its run where that is all."""

    async def work(connection: Connection) -> None:
        run = await resets.monthly(connection, period)
        if run is None or await resets.locked(connection, run.id) is None:
            return
        if is_done:
            await resets.complete(connection, run.id, await books.moment(connection))
        given = await resets.count_given(connection, run.id)
        figures = {
            "period": period,
            "users_affected": given.users_affected,
            "total_credits_reset": given.credits_granted,
        }
        log_type = "scheduled_reset" if author == log.SYSTEM else "manual_reset"
        entries = [
            (log_type, f"Monthly reset of {period}: {given.users_affected} users"),
            ("reset_event", f"Allowances of {period} granted"),
        ]
        if not is_done:
            entries = [("reset_event", f"Monthly reset of {period} asked for")]
        for kind, message in entries:
            entry = log.Entry(log_type=kind, message=message, after=figures, reason=reason)
            await log.add(connection, author, entry)

    await books.db.run(work)
