"""Make changed defaults count in the current period, not only from the next one on."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from uuid import uuid4

from ledger_service.commands.post_item import digest
from ledger_service.commands.renew_account import renew
from ledger_service.domain.allowance import allowance, period_of
from ledger_service.queries.allowance_changes import Change, allowance_changes
from ledger_service.store import accounts, groups, log, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_GRANTS, Item, post
from shared.db import Connection
from shared.money import ZERO
from shared.problems import Conflict


async def preview_allowances(books: Books) -> tuple[list[Change], str]:
    """The changes that wait, and a mark by which applying can tell that they are still these."""
    period = period_of(books.now(), books.zone).name
    async with books.db.reader() as connection:
        changes = await allowance_changes(connection, period, books.now(), books.allowance_rule)
    lines = [(change.account_id, str(change.granted), str(change.now)) for change in changes]
    return changes, digest(period, lines).hex()


async def apply_allowances(
    books: Books, *, preview: str, lower: bool, author: log.Author, reason: str
) -> tuple[int, Decimal]:
    """Return how many accounts changed and by how much together.

    `lower` also takes back what is unspent of allowances that are now too large. What a crash
    interrupts waits in the next preview.
    """
    changes, mark = await preview_allowances(books)
    if mark != preview:
        raise Conflict("The changes are not those of the preview", slug="preview-outdated")
    done = [
        await books.db.run(partial(_apply, books, change.account_id, lower))
        for change in _wanted(changes, lower=lower)
    ]
    changed, total = sum(1 for amount in done if amount), sum(done, ZERO)
    async with books.db.transaction() as connection:
        entry = log.Entry(
            log_type="allowances_applied",
            message=f"Changed defaults applied to {changed} users: {total:f} credits",
            after={"users": changed, "total": total, "lower": lower},
            reason=reason,
        )
        await log.add(connection, author, entry)
    return changed, total


def _wanted(changes: Sequence[Change], *, lower: bool) -> list[Change]:
    return [change for change in changes if lower or change.now > change.granted]


async def _apply(books: Books, account_id: str, lower: bool, connection: Connection) -> Decimal:  # noqa: FBT001
    account = await accounts.lock(connection, account_id)
    if account is None:
        return ZERO
    raised = await renew(books, connection, account, raise_allowance=True)
    return raised if raised or not lower else -await _lower(books, connection, account_id)


async def _lower(books: Books, connection: Connection, account_id: str) -> Decimal:
    now = await books.moment(connection)
    period = period_of(now, books.zone).name
    granted = await lots.allowance_of(connection, account_id, period)
    defaults = await groups.defaults_of(connection, [account_id])
    amount = allowance(defaults[account_id], books.allowance_rule)
    if granted is None or granted.amount <= amount:
        return ZERO
    taken = min(granted.remaining, granted.amount - amount)
    if taken > 0:
        item = Item(
            op="transfer",
            account_id=account_id,
            idempotency_key=f"lowered:{period}:{uuid4()}",
            request_hash=b"",
            kind="adjustment",
            house_account=HOUSE_GRANTS,
            amount=-taken,
            reason=f"Allowance for {period} lowered to {amount:f}",
            actor=log.SYSTEM.name,
        )
        await post(connection, [item], now)
    await lots.lower_amount(connection, account_id, granted.id, amount, taken)
    return taken
