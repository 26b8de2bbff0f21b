"""Keep the roll-ups of usage up with the charges."""

from ledger_service.store import summaries, usage
from ledger_service.store.books import Books


async def roll_up_usage(books: Books) -> int:
    """Add everything that has been charged since the last time; return how many facts were read."""
    while await books.db.run(summaries.fill_next_day):
        pass
    return await roll_up_facts(books)


async def roll_up_facts(books: Books) -> int:
    """The same without filling the summaries, which may take minutes."""
    total = 0
    while True:
        async with books.db.transaction() as connection:
            read = await usage.roll_up(connection, str(books.zone))
        total += read
        if read < usage.BATCH:
            return total
