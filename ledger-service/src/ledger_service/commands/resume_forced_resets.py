"""Continue the extra renewals that were interrupted."""

from functools import partial
from typing import Final

import structlog

from ledger_service.commands.renew_account import RENEWED_TOGETHER, renew_all
from ledger_service.store import accounts, log, resets
from ledger_service.store.books import Books
from shared.db import Connection
from shared.money import ZERO
from shared.problems import Unavailable

BATCH: Final = RENEWED_TOGETHER
logger = structlog.get_logger(__name__)


async def resume_forced_resets(books: Books) -> None:
    """Bring every running one to its end. Safe beside others that do the same."""
    async with books.db.reader() as connection:
        open_runs = await resets.running(connection, "forced")
    for run_id in open_runs:
        while await renew_next(books, run_id, log.SYSTEM):
            pass


async def renew_next(books: Books, run_id: int, author: log.Author) -> bool:
    """Renew the run's next accounts; False when it has ended.

    The run's position moves in the transaction that grants, so each account is granted once.
    """
    try:
        return await _renew(books, run_id, author, BATCH)
    except Unavailable:
        raise
    except Exception:
        # One account that cannot be renewed must not keep the others from their allowance.
        logger.exception("accounts_not_renewed_together", reset=run_id)
        return await _renew_singly(books, run_id, author)


async def _renew_singly(books: Books, run_id: int, author: log.Author) -> bool:
    for _ in range(BATCH):
        async with books.db.reader() as connection:
            cursor = (await resets.find(connection, run_id)).cursor
        try:
            if not await _renew(books, run_id, author, 1):
                return False
        except Unavailable:
            raise
        except Exception:
            logger.exception("account_not_renewed", reset=run_id, after=cursor)
            await books.db.run(partial(_pass_over, run_id, cursor))
    return True


async def _pass_over(run_id: int, cursor: str, connection: Connection) -> None:
    run = await resets.locked(connection, run_id)
    # Somebody else may have come further: then it is not known who failed.
    if run is not None and run.cursor == cursor:
        for account_id in await resets.next_accounts(connection, cursor, 1):
            await resets.advance(connection, run_id, account_id, 0, ZERO)


async def _renew(books: Books, run_id: int, author: log.Author, limit: int) -> bool:
    async def work(connection: Connection) -> bool:
        run = await resets.locked(connection, run_id)
        if run is None:
            return False
        ids = await resets.next_accounts(connection, run.cursor, limit)
        if not ids:
            await _end(books, connection, run, author)
            return False
        locked = list((await accounts.lock_many(connection, ids)).values())
        granted = await renew_all(books, connection, locked, refill=f"reset-{run_id}")
        total = sum(granted.values(), ZERO)
        await resets.advance(connection, run_id, ids[-1], len(locked), total)
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
