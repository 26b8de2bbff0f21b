"""A price was published: add it to the ledger's copy of the price book."""

from ledger_service.store import prices
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.pricing import PricePublished


async def record_price(books: Books, event: Event[PricePublished]) -> None:
    async with books.db.transaction() as connection:
        if await inbox.first_time(connection, event.id):
            await prices.add_version(connection, event)
            await prices.forget_superseded(connection, event.data.model_id, books.now())
