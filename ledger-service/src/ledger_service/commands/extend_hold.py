"""Keep a hold alive during a long answer, and remember what was counted so far."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from ledger_service.commands.charge_usage import rated
from ledger_service.commands.post_item import post_item
from ledger_service.commands.settle_hold import find_hold
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, Outcome
from shared import codec


async def extend_hold(books: Books, hold_id: UUID, usage: Mapping[str, int], ttl_s: int) -> Outcome:
    """Move the deadline to `ttl_s` from now; `usage` is cumulative and is charged at expiry."""
    hold = await find_hold(books, hold_id)
    rating = rated(usage, hold.prices, free=hold.is_free)
    item = Item(
        op="extend",
        account_id=hold.account_id,
        hold_id=hold.id,
        amount=rating.total,
        lines=codec.encode(rating.lines).decode(),
        expires_at=books.now() + timedelta(seconds=ttl_s),
    )
    return await post_item(books, item)
