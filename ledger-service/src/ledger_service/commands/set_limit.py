"""Set a cap for a user, for each member of a group, or for everybody."""

from typing import Any

from ledger_service.commands.roll_up_usage import roll_up_usage
from ledger_service.domain.limits import Rule
from ledger_service.store import limits, log
from ledger_service.store.books import Books
from shared.db import Connection
from shared.idempotency import Write
from shared.problems import Invalid


async def set_limit(
    books: Books, rule: Rule, write: Write, *, author: log.Author, reason: str = ""
) -> Any:
    """Setting the same cap on the same thing again changes it; what was used stays counted.

    What was used since the day, week or month began counts, too.
    """
    # So that little is left to count while the accounts are locked.
    await roll_up_usage(books)

    async def work(connection: Connection) -> Rule:
        if not await limits.subject_exists(connection, rule):
            raise Invalid("subject", f"no such {rule.scope}: {rule.subject}")
        saved = await limits.save(connection, rule, author.name)
        if saved.id == rule.id:
            await limits.count_running(connection, saved, await books.moment(connection))
        whose = rule.subject or rule.scope
        entry = log.Entry(
            log_type="limit_set",
            message=f"Limit of {rule.scope} {whose}: {saved.describe()}",
            account_id=rule.subject if rule.scope == "user" else None,
            model_id=rule.model_id,
            after={"id": saved.id, "cap": saved.cap, "metric": saved.metric, "per": saved.per},
            reason=reason,
        )
        await log.add(connection, author, entry)
        return saved

    return await books.once(write, work)
