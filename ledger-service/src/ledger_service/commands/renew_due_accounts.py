"""Renew the accounts that nobody touched since something fell due (a new period, an expiry)."""

import math
import time
from collections.abc import Sequence
from typing import Final

import structlog

from ledger_service.commands.renew_account import RENEWED_TOGETHER, renew_all
from ledger_service.store import accounts
from ledger_service.store.books import Books
from shared.db import Connection
from shared.problems import Unavailable

BATCH: Final = RENEWED_TOGETHER
_PAGE: Final = 50 * BATCH
log = structlog.get_logger(__name__)


async def renew_due_accounts(books: Books, until: float = math.inf) -> int:
    """Renew everybody who is due, each once; return how many were.

    It stops at the monotonic time `until`. Any number of workers may do this at once.
    """
    renewed, last = 0, None
    while True:
        async with books.db.reader() as connection:
            page = await accounts.due_for_renewal(connection, books.now(), last, _PAGE)
        if not page:
            return renewed
        for start in range(0, len(page), BATCH):
            if time.monotonic() >= until:
                return renewed
            batch = [due.account_id for due in page[start : start + BATCH]]
            renewed += await _renew_batch(books, batch)
        last = page[-1]


async def _renew_batch(books: Books, account_ids: Sequence[str]) -> int:
    async def work(connection: Connection) -> int:
        locked = await accounts.lock_many(connection, account_ids)
        await renew_all(books, connection, list(locked.values()))
        return len(locked)

    try:
        return await books.db.run(work)
    except Unavailable:
        raise
    except Exception:
        if len(account_ids) > 1:
            # One account that cannot be renewed must not keep the others from their allowance.
            return sum([await _renew_batch(books, [account_id]) for account_id in account_ids])
        log.exception("account_not_renewed", account=account_ids[0])
        return 0
