"""Bring a batch of grants, or its undoing, to its end. The worker does so after a crash."""

from functools import partial

from ledger_service.commands.issue_grant import GrantRequest, grant
from ledger_service.commands.renew_account import renew
from ledger_service.commands.reverse_transfer import reverse_transfer
from ledger_service.store import accounts, batches, log
from ledger_service.store.books import Books
from shared.db import Connection, Row
from shared.problems import Conflict


async def finish_grant_batches(books: Books) -> None:
    """Finish every batch that was interrupted."""
    async with books.db.reader() as connection:
        unfinished = await batches.unfinished(connection)
    for batch in unfinished:
        await finish_grant_batch(books, batch, log.Author("system", batch.undone_by or batch.actor))


async def finish_grant_batch(books: Books, batch: batches.Batch, author: log.Author) -> None:
    """Each line is a transaction of its own and keyed, so it may be done again by anybody."""
    if batch.status == "applying":
        await _apply(books, batch)
    elif batch.status == "undoing":
        await _undo(books, batch, author)


async def _apply(books: Books, batch: batches.Batch) -> None:
    async with books.db.reader() as connection:
        lines = await batches.open_lines(connection, batch.id, "transfer_id")
    for line in lines:
        await books.db.run(partial(_grant_line, books, batch, line))
    async with books.db.transaction() as connection:
        known = await batches.find(connection, batch.id, lock=True)
        if known is not None and known.status == "applying":
            await batches.set_status(connection, batch.id, "applied")


async def _grant_line(
    books: Books, batch: batches.Batch, line: Row, connection: Connection
) -> None:
    account = await accounts.lock(connection, line["account_id"])
    if account is None:
        return
    await renew(books, connection, account)
    request = GrantRequest(
        account_id=line["account_id"],
        source=line["source"],
        amount=line["amount"],
        reason=line["reason"],
        actor=batch.actor,
        key=f"batch:{batch.id}:{line['line']}",
        expires_at=line["expires_at"],
        reference=f"batch:{batch.id}",
    )
    outcome = await grant(books, connection, request)
    if outcome.transfer_id is not None:
        await batches.mark(connection, batch.id, line["line"], "transfer_id", outcome.transfer_id)


async def _undo(books: Books, batch: batches.Batch, author: log.Author) -> None:
    async with books.db.reader() as connection:
        lines = await batches.open_lines(connection, batch.id, "reversal_id")
    for line in lines:
        reversal = await _reversal(books, batch, line["transfer_id"], author)
        async with books.db.transaction() as connection:
            await batches.mark(connection, batch.id, line["line"], "reversal_id", reversal)
    async with books.db.transaction() as connection:
        await batches.set_status(connection, batch.id, "undone")


async def _reversal(
    books: Books, batch: batches.Batch, transfer_id: int, author: log.Author
) -> int:
    try:
        done = await reverse_transfer(
            books,
            transfer_id,
            reason=f"Batch undone: {batch.reason}",
            author=author,
            key=f"batch:{batch.id}",
        )
    except Conflict as conflict:
        # Somebody had reversed this line by itself: that is its reversal.
        if conflict.slug != "already-reversed":
            raise
        return int(conflict.extra["reversal_id"])
    return done.transfer_id
