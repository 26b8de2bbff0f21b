"""Take back every grant of a batch."""

from dataclasses import replace
from uuid import UUID

from ledger_service.commands.finish_grant_batch import finish_grant_batch
from ledger_service.store import batches, log
from ledger_service.store.books import Books
from shared.problems import Conflict, NotFound


async def undo_grant_batch(
    books: Books, batch_id: UUID, *, reason: str, author: log.Author
) -> None:
    """Again is the same; a batch that is still being applied is a conflict."""
    async with books.db.transaction() as connection:
        batch = await batches.find(connection, batch_id, lock=True)
        if batch is None:
            raise NotFound("Batch not found", slug="unknown-batch")
        if batch.status == "applying":
            raise Conflict("The batch is still being applied", slug="batch-not-applied")
        if batch.status == "applied":
            await batches.set_status(connection, batch_id, "undoing", author.name)
            entry = log.Entry(
                log_type="bulk_grant_undone",
                message=f"Batch {batch_id} undone",
                before={"status": "applied"},
                after={"status": "undone", "batch_id": batch_id},
                reason=reason,
            )
            await log.add(connection, author, entry)
            batch = replace(batch, status="undoing", undone_by=author.name)
    await finish_grant_batch(books, batch, author)
