"""Say who belongs to a group of our own. A larger allowance counts at once."""

from collections.abc import Sequence
from functools import partial

from ledger_service.commands.renew_account import RENEWED_TOGETHER, renew_all
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
    """Return how many joined and left. Nothing is done if a user to add is unknown.

    A larger allowance follows, for members of before too: a crash may have kept it from them.
    """
    wanted = sorted(set(add))

    async def work(connection: Connection) -> tuple[int, int]:
        group = await groups.find(connection, group_id)
        if group is None:
            raise NotFound("Group not found", slug="unknown-group")
        if not group["is_own"]:
            raise Conflict("Open WebUI names the members of this group", slug="group-not-own")
        if unknown := await accounts.unknown(connection, wanted):
            raise Invalid("add", f"unknown users: {', '.join(unknown[:5])}")
        joined = await groups.join(connection, wanted, group_id)
        left = sorted(await groups.leave(connection, set(remove), group_id))
        entry = log.Entry(
            log_type="group_members_update",
            message=f"Group {group['name']}: {len(joined)} joined, {len(left)} left",
            after={"group_id": group_id, "joined": joined, "left": left},
            reason=reason,
        )
        await log.add(connection, author, entry)
        return len(joined), len(left)

    changed = await books.db.run(work)
    for start in range(0, len(wanted), RENEWED_TOGETHER):
        batch = wanted[start : start + RENEWED_TOGETHER]
        await books.db.run(partial(_raise_allowances, books, batch))
    return changed


async def _raise_allowances(
    books: Books, account_ids: Sequence[str], connection: Connection
) -> None:
    locked = await accounts.lock_many(connection, account_ids)
    await renew_all(books, connection, list(locked.values()), raise_allowance=True)
