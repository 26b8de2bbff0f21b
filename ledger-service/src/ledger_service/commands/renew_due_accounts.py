"""Renew the accounts that nobody touched since something fell due (a new period, an expiry)."""

from ledger_service.commands.renew_account import renew_account
from ledger_service.store import accounts
from ledger_service.store.books import Books

BATCH = 200


async def renew_due_accounts(books: Books) -> int:
    """Renew one batch; return how many were due. Each account is a transaction of its own."""
    async with books.db.reader() as connection:
        due = await accounts.due_for_renewal(connection, books.now(), BATCH)
    for account_id in due:
        await renew_account(books, account_id)
    return len(due)
