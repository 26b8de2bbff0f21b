"""Say who belongs to a group of our own. A larger allowance counts at once."""

from collections.abc import Sequence
from functools import partial

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, groups, log
from ledger_service.store.books import Books
from shared.db import Connection
from shared.problems import Conflict, Invalid, NotFound


async def change_members(
    books: Books,
    group_id: str,
    *,
    add: Sequence[str],
    remove: Sequence[str],
    author: log.Author,
    reason: str,
) -> tuple[int, int]:
    """Return how many joined and left. Nothing is done if a user to add is unknown."""
    async with books.db.transaction() as connection:
        group = await groups.find(connection, group_id)
        if group is None:
            raise NotFound("Group not found", slug="unknown-group")
        if not group["is_own"]:
            raise Conflict("Open WebUI names the members of this group", slug="group-not-own")
        known = await connection.fetch(
            "SELECT account_id FROM account WHERE account_id = ANY($1)", list(add)
        )
        if unknown := sorted(set(add) - {row["account_id"] for row in known}):
            raise Invalid("add", f"unknown users: {', '.join(unknown[:5])}")
    joined = [a for a in set(add) if await books.db.run(partial(_join, books, group_id, a))]
    async with books.db.transaction() as connection:
        left = [a for a in sorted(set(remove)) if await groups.leave(connection, a, group_id)]
        entry = log.Entry(
            log_type="group_members_update",
            message=f"Group {group['name']}: {len(joined)} joined, {len(left)} left",
            after={"group_id": group_id, "joined": sorted(joined), "left": left},
            reason=reason,
        )
        await log.add(connection, author, entry)
    return len(joined), len(left)


async def _join(books: Books, group_id: str, account_id: str, connection: Connection) -> bool:
    account = await accounts.lock(connection, account_id)
    if account is None or not await groups.join(connection, account_id, group_id):
        return False
    await renew(books, connection, account, raise_allowance=True)
    return True
