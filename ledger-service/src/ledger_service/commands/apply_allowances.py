"""Make changed defaults count in the current period, not only from the next one on."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from uuid import uuid4

from ledger_service.commands.post_item import digest
from ledger_service.commands.renew_account import RENEWED_TOGETHER, renew_all
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
    interrupts waits in the next preview; what was done is in the log with it.
    """
    changes, mark = await preview_allowances(books)
    if mark != preview:
        raise Conflict("The changes are not those of the preview", slug="preview-outdated")
    wanted = [change.account_id for change in changes if lower or change.now > change.granted]
    changed, total = 0, ZERO

    async def work(batch: Sequence[str], connection: Connection) -> list[Decimal]:
        done = await _apply(books, connection, batch, lower=lower)
        amount = sum(done, ZERO)
        entry = log.Entry(
            log_type="allowances_applied",
            message=f"Changed defaults applied to {len(done)} users: {amount:f} credits",
            after={"users": len(done), "total": amount, "lower": lower},
            reason=reason,
        )
        await log.add(connection, author, entry)
        return done

    for start in range(0, len(wanted), RENEWED_TOGETHER):
        done = await books.db.run(partial(work, wanted[start : start + RENEWED_TOGETHER]))
        changed, total = changed + len(done), total + sum(done, ZERO)
    return changed, total


async def _apply(
    books: Books, connection: Connection, account_ids: Sequence[str], *, lower: bool
) -> list[Decimal]:
    """What each of the accounts that changed was given, negative where it was taken."""
    locked = list((await accounts.lock_many(connection, account_ids)).values())
    raised = await renew_all(books, connection, locked, raise_allowance=True)
    done = [
        amount or (-await _lower(books, connection, account_id) if lower else ZERO)
        for account_id, amount in raised.items()
    ]
    return [amount for amount in done if amount]


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
