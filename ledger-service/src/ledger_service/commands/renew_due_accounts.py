"""Renew the accounts that nobody touched since something fell due (a new period, an expiry)."""

import structlog

from ledger_service.commands.renew_account import renew_account
from ledger_service.store import accounts
from ledger_service.store.books import Books
from shared.problems import Unavailable

BATCH = 200
log = structlog.get_logger(__name__)


async def renew_due_accounts(books: Books) -> int:
    """Renew one batch; return how many were renewed. Each account is a transaction of its own."""
    async with books.db.reader() as connection:
        due = await accounts.due_for_renewal(connection, books.now(), BATCH)
    renewed = 0
    for account_id in due:
        try:
            await renew_account(books, account_id)
        except Unavailable:
            raise
        except Exception:
            # One account that cannot be renewed must not keep the others from their allowance.
            log.exception("account_not_renewed", account=account_id)
        else:
            renewed += 1
    return renewed
