"""A group appeared, changed or is gone in Open WebUI."""

from ledger_service.store import groups
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.sync import GroupChanged


async def record_group(books: Books, event: Event[GroupChanged]) -> None:
    async with books.db.transaction() as connection:
        if await inbox.first_time(connection, event.id):
            await groups.upsert_from_sync(connection, event)
