"""Another service tells what somebody did there: add it to the log that administrators read."""

from ledger_service.store import log
from ledger_service.store.books import Books
from shared import inbox
from shared.contracts import Event
from shared.contracts.log import LogEntry


async def record_log_entry(books: Books, event: Event[LogEntry]) -> None:
    async with books.db.transaction() as connection:
        if await inbox.first_time(connection, event.id):
            await log.add_told(connection, event)
