"""Set a cap for a user, for each member of a group, or for everybody."""

from ledger_service.domain.limits import Rule
from ledger_service.store import limits
from ledger_service.store.books import Books


async def set_limit(books: Books, rule: Rule, *, actor: str) -> Rule:
    """Setting the same cap on the same thing again changes it; what was used stays counted."""
    async with books.db.transaction() as connection:
        return await limits.save(connection, rule, actor)
