"""Set a cap for a user, for each member of a group, or for everybody."""

from functools import partial
from typing import Any, Final
from uuid import UUID

from ledger_service.commands.roll_up_usage import roll_up_facts
from ledger_service.domain.limits import Rule
from ledger_service.store import accounts, limits, log
from ledger_service.store.books import Books
from shared.db import Connection
from shared.idempotency import Write
from shared.problems import Invalid

# A charge waits for the page of its account.
PAGE: Final = 1000


async def set_limit(
    books: Books, rule: Rule, write: Write, *, author: log.Author, reason: str = ""
) -> Any:
    """Setting the same cap on the same thing again changes it; what was used stays counted.

    What was used since the day, week or month began counts, too, when this returns. Until then the
    rule holds for what is used from its own commit on: to keep out of it a hundred thousand
    accounts at once would keep all charges waiting for seconds.
    """

    async def work(connection: Connection) -> Rule:
        if not await limits.subject_exists(connection, rule):
            raise Invalid("subject", f"no such {rule.scope}: {rule.subject}")
        saved = await limits.save(connection, rule, author.name)
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

    answer = await books.once(write, work)
    # Also where the rule is not new: what a crash left uncounted is made up for by the retry.
    await _count_running(books, UUID(answer["id"]))
    return answer


async def _count_running(books: Books, rule_id: UUID) -> None:
    # So that little is left to read beside the roll-ups, for each page.
    await roll_up_facts(books)
    last: str | None = ""
    while last is not None:
        last = await books.db.run(partial(_count_page, books, rule_id, last))


async def _count_page(
    books: Books, rule_id: UUID, after: str, connection: Connection
) -> str | None:
    """Count what the next accounts have used; the last of them, or None at the end."""
    rule = await limits.find(connection, rule_id, keep=True)
    ids = await limits.in_scope(connection, rule, after, PAGE) if rule else []
    if rule is None or not ids:
        return None
    await accounts.lock_many(connection, ids)
    await limits.count_running(connection, rule, await books.moment(connection), ids)
    return ids[-1]
