"""Grant the period's allowance again to everybody, because an operator says so."""

import time

from ledger_service.commands.resume_forced_resets import renew_next
from ledger_service.domain.allowance import period_of
from ledger_service.store import log, resets
from ledger_service.store.books import Books


async def force_reset(
    books: Books, author: log.Author, within_s: float, *, reason: str = ""
) -> resets.Run:
    """Begin an extra renewal, or join the one under way, and work on it for `within_s` seconds.

    What is then left is continued by the worker, as after a crash.
    """
    period = period_of(books.now(), books.zone).name
    async with books.db.transaction() as connection:
        now = await books.moment(connection)
        await resets.begin(connection, "forced", period, author.name, now)
        run_id = (await resets.running(connection, "forced"))[0]
        message = f"Extra renewal of {period} asked for"
        entry = log.Entry(
            log_type="reset_event", message=message, after={"reset_id": run_id}, reason=reason
        )
        await log.add(connection, author, entry)
    until = time.monotonic() + within_s
    while time.monotonic() < until and await renew_next(books, run_id, author):
        pass
    async with books.db.reader() as connection:
        return await resets.find(connection, run_id)
