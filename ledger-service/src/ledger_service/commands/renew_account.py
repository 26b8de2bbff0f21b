"""Bring an account's lots up to now: draw down, expire what is due, grant the period's allowance.

Idempotent by (account, period) and by lot; runs when an account is first touched after something
fell due, and from the worker for accounts that nobody touches.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import uuid4

from ledger_service.domain.allowance import (
    Period,
    allowance,
    carried_over,
    period_before,
    period_of,
)
from ledger_service.domain.lots import Lot, draw_down, due
from ledger_service.store import accounts, groups, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_EXPIRY, HOUSE_GRANTS, Item, post
from shared.db import Connection
from shared.money import ZERO

SYSTEM: Final = "system"
# An account that waits for approval may be charged, but is given nothing.
PENDING: Final = "pending"
_OF_A_PERIOD: Final = frozenset({"allowance", "carry_over"})


@dataclass(frozen=True, slots=True)
class _Renewal:
    """One account at one moment, inside one transaction."""

    books: Books
    connection: Connection
    account: accounts.Account
    now: datetime
    period: Period

    async def post(self, key: str, kind: str, amount: Decimal, reason: str) -> int | None:
        item = Item(
            op="transfer",
            account_id=self.account.account_id,
            idempotency_key=key,
            request_hash=b"",
            kind=kind,
            house_account=HOUSE_EXPIRY if kind == "expiry" else HOUSE_GRANTS,
            amount=amount,
            reason=reason,
            actor=SYSTEM,
        )
        return (await post(self.connection, [item], self.now))[0].transfer_id

    async def add_lot(self, source: str, amount: Decimal, transfer_id: int | None) -> None:
        lot = lots.NewLot(
            id=uuid4(),
            source=source,
            amount=amount,
            period=self.period.name,
            transfer_id=transfer_id,
            granted_at=self.now,
            expires_at=self.period.ends_at,
        )
        await lots.add(self.connection, self.account.account_id, lot)


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
    refill: str | None = None,
) -> Decimal:
    """Renew a locked account inside the caller's transaction; return the allowance granted.

    `raise_allowance` tops the current period up when the groups now give more than was granted.
    `refill` names a forced reset, which makes the whole allowance available again.
    """
    now = await books.moment(connection)
    period = period_of(now, books.zone)
    renewal = _Renewal(books, connection, account, now, period)
    await _close_period_before(renewal)
    left = draw_down(await lots.live(connection, account.account_id), account.balance)
    await lots.save_remaining(connection, account.account_id, left)
    expired = due(left, now)
    alive = [lot.expires_at for lot in left if lot.remaining > 0 and lot not in expired]
    await accounts.set_lots_due(connection, account.account_id, min([period.ends_at, *alive]))
    await _expire(renewal, expired)
    if account.status == "closed" or account.role == PENDING:
        return ZERO
    await _carry_over(renewal, expired)
    return await _grant_allowance(renewal, raise_allowance=raise_allowance, refill=refill)


async def _close_period_before(renewal: _Renewal) -> None:
    account, period = renewal.account, renewal.period
    if account.was_renewed and account.lots_due_at <= period.starts_at:
        ended = period_before(period, renewal.books.zone).name
        await lots.close_period(renewal.connection, account.account_id, ended, account.balance)


async def _expire(renewal: _Renewal, expired: Sequence[Lot]) -> None:
    for lot in expired:
        await renewal.post(
            f"expiry:{lot.id}", "expiry", -lot.remaining, f"{lot.source} credits expired"
        )
    if expired:
        await renewal.connection.execute(
            "UPDATE lot SET remaining = 0 WHERE account_id = $1 AND id = ANY($2)",
            renewal.account.account_id,
            [lot.id for lot in expired],
        )


async def _carry_over(renewal: _Renewal, expired: Sequence[Lot]) -> None:
    unspent = sum((lot.remaining for lot in expired if lot.source in _OF_A_PERIOD), ZERO)
    carried = carried_over(unspent, renewal.books.carry_over_max)
    if carried > 0:
        name = renewal.period.name
        reason = f"Carried over into {name}"
        transfer_id = await renewal.post(f"carry:{name}", "grant", carried, reason)
        await renewal.add_lot("carry_over", carried, transfer_id)


async def _grant_allowance(
    renewal: _Renewal, *, raise_allowance: bool, refill: str | None
) -> Decimal:
    connection, account_id = renewal.connection, renewal.account.account_id
    name = renewal.period.name
    defaults = await groups.defaults_of(connection, account_id)
    amount = allowance(defaults, renewal.books.allowance_rule)
    granted = await lots.allowance_of(connection, account_id, name)
    if granted is None:
        if amount <= 0:
            return ZERO
        key = f"allowance:{name}"
        transfer_id = await renewal.post(key, "grant", amount, f"Allowance for {name}")
        await renewal.add_lot("allowance", amount, transfer_id)
        return amount
    if refill is not None:
        return await _refill(renewal, granted, amount, refill)
    missing = amount - granted.amount
    if not raise_allowance or missing <= 0:
        return ZERO
    # Done once because the lot grows with it; the same amount may be reached twice in a period.
    key = f"allowance:{name}:{uuid4()}"
    await renewal.post(key, "grant", missing, f"Allowance for {name}")
    await lots.raise_amount(connection, account_id, granted.id, missing)
    return missing


async def _refill(
    renewal: _Renewal, granted: lots.Granted, amount: Decimal, refill: str
) -> Decimal:
    missing = amount - granted.remaining
    if missing <= 0:
        return ZERO
    reason = f"Extra renewal of {renewal.period.name}"
    await renewal.post(f"allowance:{refill}", "grant", missing, reason)
    await lots.refill(renewal.connection, renewal.account.account_id, granted.id, amount)
    return missing
