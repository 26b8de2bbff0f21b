"""Continue the extra renewals that were interrupted."""

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, log, resets
from ledger_service.store.books import Books
from shared.db import Connection


async def resume_forced_resets(books: Books) -> None:
    """Bring every running one to its end. Safe beside others that do the same."""
    async with books.db.reader() as connection:
        open_runs = await resets.running(connection, "forced")
    for run_id in open_runs:
        while await renew_next(books, run_id, log.SYSTEM):
            pass


async def renew_next(books: Books, run_id: int, author: log.Author) -> bool:
    """Renew the run's next account; False when it has ended.

    The run's position moves in the transaction that grants, so each account is granted once.
    """

    async def work(connection: Connection) -> bool:
        run = await resets.locked(connection, run_id)
        if run is None:
            return False
        account_id = await resets.next_account(connection, run.cursor)
        if account_id is None:
            await _end(books, connection, run, author)
            return False
        account = await accounts.lock(connection, account_id)
        if account is not None:
            granted = await renew(books, connection, account, refill=f"reset-{run_id}")
            await resets.advance(connection, run_id, account_id, granted)
        return True

    return await books.db.run(work)


async def _end(books: Books, connection: Connection, run: resets.Run, author: log.Author) -> None:
    done = await resets.complete(connection, run.id, await books.moment(connection))
    entry = log.Entry(
        log_type="manual_reset",
        message=f"Extra renewal of {run.period}: {done.users_affected} users",
        after={
            "period": run.period,
            "users_affected": done.users_affected,
            "total_credits_reset": done.credits_granted,
        },
    )
    await log.add(connection, author, entry)
