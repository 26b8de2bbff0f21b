"""Bring an account's lots up to now: draw down, expire what is due, grant the period's allowance.

Idempotent by (account, period) and by lot; runs when an account is first touched after something
fell due, and from the worker for accounts that nobody touches.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import uuid4

from ledger_service.domain.allowance import (
    KEY,
    Period,
    allowance,
    carried_over,
    may_have_allowance,
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
# In one transaction: a charge waits for the whole of it, a commit costs more than an account.
RENEWED_TOGETHER: Final = 100
_OF_A_PERIOD: Final = frozenset({"allowance", "carry_over"})


@dataclass(frozen=True, slots=True)
class _Renewal:
    """Some accounts at one moment, inside one transaction, with what is to be posted for them."""

    books: Books
    connection: Connection
    now: datetime
    period: Period
    raise_allowance: bool
    refill: str | None
    postings: list[tuple[Item, lots.NewLot | None]]

    def plan(
        self, account_id: str, key: str, amount: Decimal, reason: str, source: str | None = None
    ) -> None:
        """Add a transfer, and the lot that it fills where that is a new one."""
        is_expiry = amount < 0
        item = Item(
            op="transfer",
            account_id=account_id,
            idempotency_key=key,
            request_hash=b"",
            kind="expiry" if is_expiry else "grant",
            house_account=HOUSE_EXPIRY if is_expiry else HOUSE_GRANTS,
            amount=amount,
            reason=reason,
            actor=SYSTEM,
        )
        lot = None
        if source:
            lot = lots.NewLot(
                id=uuid4(),
                source=source,
                amount=amount,
                period=self.period.name,
                granted_at=self.now,
                expires_at=self.period.ends_at,
            )
        self.postings.append((item, lot))

    async def post(self) -> None:
        if not self.postings:
            return
        outcomes = await post(self.connection, [item for item, _ in self.postings], self.now)
        refused = [outcome for outcome in outcomes if outcome.verdict != "ok"]
        assert not refused, refused  # noqa: S101 - the accounts are locked and not due any more
        made = [
            (item.account_id, replace(lot, transfer_id=outcome.transfer_id))
            for (item, lot), outcome in zip(self.postings, outcomes, strict=True)
            if lot
        ]
        await lots.add_many(self.connection, made)


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
    """
    granted = await renew_all(
        books, connection, [account], raise_allowance=raise_allowance, refill=refill
    )
    return granted[account.account_id]


async def renew_all(
    books: Books,
    connection: Connection,
    locked: Sequence[accounts.Account],
    *,
    raise_allowance: bool = False,
    refill: str | None = None,
) -> Mapping[str, Decimal]:
    """Like `renew`, for several accounts by as many statements as for one.

    `refill` names a forced reset, which makes the whole allowance available again.
    """
    now = await books.moment(connection)
    period = period_of(now, books.zone)
    renewal = _Renewal(books, connection, now, period, raise_allowance, refill, [])
    await _close_period_before(renewal, locked)
    expired = await _draw_down(renewal, locked)
    given = [a.account_id for a in locked if may_have_allowance(a.status, a.role)]
    for account_id in given:
        unspent = [lot.remaining for lot in expired[account_id] if lot.source in _OF_A_PERIOD]
        carried = carried_over(sum(unspent, ZERO), books.carry_over_max)
        if carried > 0:
            key, reason = f"carry:{period.name}", f"Carried over into {period.name}"
            renewal.plan(account_id, key, carried, reason, "carry_over")
    granted = await _grant_allowances(renewal, given)
    await renewal.post()
    return dict.fromkeys(expired, ZERO) | granted


async def _close_period_before(renewal: _Renewal, locked: Sequence[accounts.Account]) -> None:
    starts_at = renewal.period.starts_at
    ended = {
        a.account_id: a.balance for a in locked if a.lots_due_at and a.lots_due_at <= starts_at
    }
    if ended:
        name = period_before(renewal.period, renewal.books.zone).name
        await lots.close_period(renewal.connection, name, ended)


async def _draw_down(
    renewal: _Renewal, locked: Sequence[accounts.Account]
) -> Mapping[str, Sequence[Lot]]:
    """Attribute what was spent, take out what has expired; return the latter, as it was."""
    live = await lots.live_of(renewal.connection, [account.account_id for account in locked])
    remaining, expired, due_at = {}, {}, {}
    for account in locked:
        account_id = account.account_id
        left = draw_down(live[account_id], account.balance)
        expired[account_id] = over = due(left, renewal.now)
        for lot in over:
            reason = f"{lot.source} credits expired"
            renewal.plan(account_id, f"expiry:{lot.id}", -lot.remaining, reason)
        remaining[account_id] = [
            replace(lot, remaining=ZERO) if lot in over else lot for lot in left
        ]
        alive = [lot.expires_at for lot in remaining[account_id] if lot.remaining > 0]
        due_at[account_id] = min([renewal.period.ends_at, *alive])
    await lots.save_remaining_of(renewal.connection, remaining)
    await accounts.set_lots_due(renewal.connection, due_at)
    return expired


async def _grant_allowances(renewal: _Renewal, given: Sequence[str]) -> dict[str, Decimal]:
    connection, name = renewal.connection, renewal.period.name
    defaults = await groups.defaults_of(connection, given)
    before = await lots.allowances_of(connection, given, name)
    granted = {}
    for account_id in given:
        amount = allowance(defaults[account_id], renewal.books.allowance_rule)
        known = before.get(account_id)
        if known is None:
            granted[account_id] = amount
            if amount > 0:
                key, reason = f"{KEY}{name}", f"Allowance for {name}"
                renewal.plan(account_id, key, amount, reason, "allowance")
        elif renewal.refill is not None:
            granted[account_id] = await _refill(renewal, account_id, known, amount)
        elif renewal.raise_allowance:
            granted[account_id] = await _raise(renewal, account_id, known, amount)
    return granted


async def _raise(
    renewal: _Renewal, account_id: str, known: lots.Granted, amount: Decimal
) -> Decimal:
    missing = max(amount - known.amount, ZERO)
    if missing:
        name = renewal.period.name
        # Done once because the lot grows with it; an amount may be reached twice in a period.
        key = f"{KEY}{name}:{uuid4()}"
        renewal.plan(account_id, key, missing, f"Allowance for {name}")
        await lots.raise_amount(renewal.connection, account_id, known.id, missing)
    return missing


async def _refill(
    renewal: _Renewal, account_id: str, known: lots.Granted, amount: Decimal
) -> Decimal:
    missing = max(amount - known.remaining, ZERO)
    if missing:
        reason = f"Extra renewal of {renewal.period.name}"
        renewal.plan(account_id, f"{KEY}{renewal.refill}", missing, reason)
        await lots.refill(renewal.connection, account_id, known.id, amount)
    return missing
