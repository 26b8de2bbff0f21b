"""Grant what a file says: previewed exactly as it would be applied, applied whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from ledger_service.commands.finish_grant_batch import finish_grant_batch
from ledger_service.commands.post_item import digest
from ledger_service.domain.grant_file import GrantLine, LineError, read_grants, total
from ledger_service.store import batches, log
from ledger_service.store.books import Books
from shared.db import Row
from shared.problems import Conflict


@dataclass(frozen=True, slots=True)
class Preview:
    """Lines with the account that each means, and the lines that cannot be granted."""

    lines: Sequence[tuple[Row, GrantLine]]
    errors: Sequence[LineError]


async def preview_grants(books: Books, text: str, reason: str) -> Preview:
    """Change nothing; say what `grant_from_file` would do."""
    good, bad = read_grants(text, books.now(), reason)
    async with books.db.reader() as connection:
        known = await batches.accounts_of(connection, [line.who for line in good])
    lines: list[tuple[Row, GrantLine]] = []
    for line in good:
        match known.get(line.who, []):
            case [account]:
                lines.append((account, line))
            case []:
                bad.append(LineError(line.line, f"no open account of {line.who!r}"))
            case _:
                bad.append(LineError(line.line, f"{line.who!r} is the address of several users"))
    return Preview(lines, sorted(bad, key=lambda error: error.line))


async def grant_from_file(
    books: Books, preview: Preview, *, text: str, reason: str, author: log.Author, key: str
) -> batches.Batch:
    """Apply a preview without errors; the same key and file answer with the first batch."""
    made = batches.Batch(
        uuid4(), digest(text, reason), "applying", author.name, reason, books.now(), None
    )
    async with books.db.transaction() as connection:
        lines = [(row["account_id"], line) for row, line in preview.lines]
        batch = await batches.begin(connection, key, made, lines)
        if batch.request_hash != made.request_hash:
            raise Conflict(
                "The idempotency key was used for a different request",
                slug="idempotency-key-reused",
            )
        if batch.id == made.id:
            amount = total([line for _, line in preview.lines])
            entry = log.Entry(
                log_type="bulk_grant",
                message=f"{len(lines)} grants of {amount:f} credits from a file",
                after={"batch_id": batch.id, "lines": len(lines), "total": amount},
                reason=reason,
            )
            await log.add(connection, author, entry)
    await finish_grant_batch(books, batch, author)
    return batch
