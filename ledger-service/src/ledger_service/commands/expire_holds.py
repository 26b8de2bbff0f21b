"""End the holds whose deadline has passed, charging what had been counted."""

from ledger_service.commands.renew_account import renew_account
from ledger_service.store import holds
from ledger_service.store.books import Books
from ledger_service.store.postings import Item

BATCH = 100


async def expire_holds(books: Books) -> int:
    """Expire one batch; return how many were due. Safe from any number of workers."""
    async with books.db.reader() as connection:
        overdue = await holds.past_deadline(connection, books.now(), BATCH)
    for account_id, hold_id in overdue:
        item = Item(op="expire", account_id=account_id, hold_id=hold_id)
        outcome = await books.batcher.submit(item)
        if outcome.verdict == "lots_due":
            await renew_account(books, account_id)
            await books.batcher.submit(item)
    return len(overdue)
