"""Bring an account's lots up to now: draw down, expire what is due, grant the period's allowance.

Idempotent by (account, period) and by lot; runs when an account is first touched after something
fell due, and from the worker for accounts that nobody touches.
"""

from datetime import datetime
from uuid import uuid4

from ledger_service.domain.allowance import Period, allowance, period_of
from ledger_service.domain.lots import draw_down, due
from ledger_service.store import accounts, groups, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_EXPIRY, HOUSE_GRANTS, Item, post
from shared.db import Connection
from shared.money import ZERO

SYSTEM = "system"
# An account that waits for approval may be charged, but is given nothing.
PENDING = "pending"


async def renew_account(books: Books, account_id: str) -> None:
    """Renew in a transaction of its own; an unknown or closed account is left alone."""

    async def work(connection: Connection) -> None:
        account = await accounts.lock(connection, account_id)
        if account is not None:
            await renew(books, connection, account)

    await books.db.run(work)


async def renew(
    books: Books,
    connection: Connection,
    account: accounts.Account,
    *,
    raise_allowance: bool = False,
) -> None:
    """Renew a locked account inside the caller's transaction.

    `raise_allowance` tops the current period up when the groups now give more than was granted.
    """
    now = await books.moment(connection)
    period = period_of(now, books.zone)
    left = draw_down(await lots.live(connection, account.account_id), account.balance)
    await lots.save_remaining(connection, account.account_id, left)
    expired = due(left, now)
    alive = [lot.expires_at for lot in left if lot.remaining > 0 and lot not in expired]
    await accounts.set_lots_due(connection, account.account_id, min([period.ends_at, *alive]))
    items = [
        Item(
            op="transfer",
            account_id=account.account_id,
            idempotency_key=f"expiry:{lot.id}",
            request_hash=b"",
            kind="expiry",
            house_account=HOUSE_EXPIRY,
            amount=-lot.remaining,
            reason=f"{lot.source} credits expired",
            actor=SYSTEM,
        )
        for lot in expired
    ]
    if items:
        await post(connection, items, now)
        await connection.execute(
            "UPDATE lot SET remaining = 0 WHERE account_id = $1 AND id = ANY($2)",
            account.account_id,
            [lot.id for lot in expired],
        )
    if account.status != "closed" and account.role != PENDING:
        await _grant_allowance(books, connection, account.account_id, period, now, raise_allowance)


async def _grant_allowance(
    books: Books,
    connection: Connection,
    account_id: str,
    period: Period,
    now: datetime,
    raise_allowance: bool,  # noqa: FBT001
) -> None:
    defaults = await groups.defaults_of(connection, account_id)
    amount = allowance(defaults, books.allowance_rule)
    granted = await lots.allowance_of(connection, account_id, period.name)
    missing = amount - (granted[1] if granted else ZERO)
    if missing <= 0 or (granted and not raise_allowance):
        return
    item = Item(
        op="transfer",
        account_id=account_id,
        idempotency_key=f"allowance:{period.name}:{amount:f}"
        if granted
        else f"allowance:{period.name}",
        request_hash=b"",
        kind="grant",
        house_account=HOUSE_GRANTS,
        amount=missing,
        reason=f"Allowance for {period.name}",
        actor=SYSTEM,
    )
    await post(connection, [item], now)
    if granted:
        await lots.raise_amount(connection, account_id, granted[0], missing)
        return
    lot = lots.NewLot(
        id=uuid4(),
        source="allowance",
        amount=missing,
        period=period.name,
        granted_at=now,
        expires_at=period.ends_at,
    )
    await lots.add(connection, account_id, lot)
