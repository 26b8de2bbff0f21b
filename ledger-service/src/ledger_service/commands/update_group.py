"""Create a group of our own or change what a group gives its members from the next period on."""

from decimal import Decimal
from typing import Any

from ledger_service.store import groups, log
from ledger_service.store.books import Books
from shared.db import Connection, Row
from shared.idempotency import Write


async def update_group(
    books: Books,
    group_id: str,
    name: str,
    default_credits: Decimal,
    priority: int | None = None,
    author: log.Author = log.SYSTEM,
    reason: str = "",
    write: Write | None = None,
) -> Any:
    """Return the group afterwards. `apply_allowances` makes a new default count at once."""

    async def work(connection: Connection) -> dict[str, Any]:
        before = await groups.find(connection, group_id)
        after = await groups.set_default(connection, group_id, name, default_credits, priority)
        entry = log.Entry(
            log_type="group_update",
            message=f"Group {name} gives {default_credits:f} credits",
            before=_figures(before) if before else None,
            after=_figures(after),
            reason=reason,
        )
        await log.add(connection, author, entry)
        return dict(after)

    return await books.once(write, work)


def _figures(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "name", "default_credits", "priority")}
