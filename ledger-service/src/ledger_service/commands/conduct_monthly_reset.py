"""The reset that the calendar asks for: renew who is due, then close the period's run, once."""

from ledger_service.commands.renew_due_accounts import renew_due_accounts
from ledger_service.domain.allowance import period_of
from ledger_service.store import log, resets
from ledger_service.store.books import Books
from shared.db import Connection


async def conduct_monthly_reset(
    books: Books, author: log.Author = log.SYSTEM, *, reason: str = ""
) -> int:
    """Return how many accounts were renewed here. Any number of workers may do this at once.

    Each account is a transaction of its own, so what a crash interrupts is simply continued.
    """
    period = period_of(books.now(), books.zone).name
    async with books.db.reader() as connection:
        run = await resets.monthly(connection, period)
    if run is None:
        async with books.db.transaction() as connection:
            now = await books.moment(connection)
            await resets.begin(connection, "monthly", period, author.name, now)
    renewed = 0
    while count := await renew_due_accounts(books):
        renewed += count
    if run is None or run.status == "running":
        await _close(books, period, author, reason)
    return renewed


async def _close(books: Books, period: str, author: log.Author, reason: str) -> None:
    async def work(connection: Connection) -> None:
        run = await resets.monthly(connection, period)
        if run is None or await resets.locked(connection, run.id) is None:
            return
        done = await resets.complete(connection, run.id, await books.moment(connection))
        figures = {
            "period": period,
            "users_affected": done.users_affected,
            "total_credits_reset": done.credits_granted,
        }
        log_type = "scheduled_reset" if author == log.SYSTEM else "manual_reset"
        for kind, message in (
            (log_type, f"Monthly reset of {period}: {done.users_affected} users"),
            ("reset_event", f"Allowances of {period} granted"),
        ):
            entry = log.Entry(log_type=kind, message=message, after=figures, reason=reason)
            await log.add(connection, author, entry)

    await books.db.run(work)
