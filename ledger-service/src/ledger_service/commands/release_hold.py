"""End a hold without a charge: nothing was used."""

from uuid import UUID

from ledger_service.commands.post_item import post_item
from ledger_service.commands.settle_hold import find_hold
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, Outcome


async def release_hold(books: Books, hold_id: UUID) -> Outcome:
    """Give the reservation back; again is the same, after a settlement it is a conflict."""
    hold = await find_hold(books, hold_id)
    return await post_item(books, Item(op="release", account_id=hold.account_id, hold_id=hold.id))
