"""Keep the history of a system that was used before, as it was recorded there."""

from collections.abc import Mapping, Sequence
from typing import Any

from ledger_service.store import archive, log
from ledger_service.store.books import Books
from shared.db import Connection


async def archive_history(
    books: Books, source: str, entries: Sequence[Mapping[str, Any]], author: log.Author
) -> int:
    """Return how many entries were new; an entry is known by its number at the source."""

    async def work(connection: Connection) -> int:
        added = await archive.add(connection, source, entries)
        if added:
            entry = log.Entry(
                log_type="history_archived",
                message=f"{added} entries of the history of {source} archived",
                after={"source": source, "entries": added},
            )
            await log.add(connection, author, entry)
        return added

    return await books.db.run(work)
