"""Take a cap away, with what was counted against it."""

from uuid import UUID

from ledger_service.store import limits, log
from ledger_service.store.books import Books
from shared.db import Connection
from shared.idempotency import Write
from shared.problems import NotFound


async def remove_limit(
    books: Books, rule_id: UUID, write: Write, *, author: log.Author, reason: str = ""
) -> None:
    async def work(connection: Connection) -> None:
        rule = await limits.find(connection, rule_id)
        if rule is None or not await limits.remove(connection, rule_id):
            raise NotFound("Limit not found", slug="unknown-limit")
        entry = log.Entry(
            log_type="limit_removed",
            message=f"No limit of {rule.scope} {rule.subject or rule.scope}: {rule.describe()}",
            account_id=rule.subject if rule.scope == "user" else None,
            model_id=rule.model_id,
            before={"id": rule.id, "cap": rule.cap, "metric": rule.metric, "per": rule.per},
            reason=reason,
        )
        await log.add(connection, author, entry)

    await books.once(write, work)
