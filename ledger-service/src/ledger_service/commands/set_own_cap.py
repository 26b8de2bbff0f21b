"""Cap what one's own account may spend in a day, a week or a month."""

from decimal import Decimal
from uuid import uuid4

from ledger_service.domain.limits import Per, Rule
from ledger_service.store import accounts, limits
from ledger_service.store.books import Books
from shared.db import Connection, Row
from shared.problems import NotFound


async def set_own_cap(books: Books, account_id: str, per: Per, cap: Decimal) -> Row:
    """Set or change the cap and return what is left of it.

    What was spent in this day, week or month before counts.
    """

    async def work(connection: Connection) -> Row:
        if await accounts.lock(connection, account_id) is None:
            raise NotFound("User not found", slug="unknown-account")
        wanted = Rule(
            id=uuid4(),
            scope="user",
            subject=account_id,
            metric="credits",
            model_id=None,
            per=per,
            cap=cap,
            source="self",
            zone=str(books.zone),
        )
        now = await books.moment(connection)
        rule = await limits.save(connection, wanted, account_id)
        if rule.id == wanted.id:
            await limits.count_running(connection, rule, now, [account_id])
        uses = await limits.uses(connection, account_id, now)
        return next(use for use in uses if use["id"] == rule.id)

    return await books.db.run(work)
