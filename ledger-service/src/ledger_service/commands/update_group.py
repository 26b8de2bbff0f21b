"""Create a group of our own or change what a group gives its members from the next period on."""

from decimal import Decimal

from ledger_service.store import groups
from ledger_service.store.books import Books
from shared.db import Row


async def update_group(books: Books, group_id: str, name: str, default_credits: Decimal) -> Row:
    async with books.db.transaction() as connection:
        return await groups.set_default(connection, group_id, name, default_credits)
