"""Take a cap away, with what was counted against it."""

from uuid import UUID

from ledger_service.store import limits
from ledger_service.store.books import Books
from shared.problems import NotFound


async def remove_limit(books: Books, rule_id: UUID) -> None:
    async with books.db.transaction() as connection:
        if not await limits.remove(connection, rule_id):
            raise NotFound("Limit not found", slug="unknown-limit")
