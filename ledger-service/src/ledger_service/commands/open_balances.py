"""Take over what users have in another system: one opening transfer for each, once per source.

Their allowance of the running period is in what they bring along, so it is not given again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

import asyncpg

from ledger_service.commands.post_item import digest, refusal
from ledger_service.commands.renew_account import renew_all
from ledger_service.domain.allowance import Period, period_of
from ledger_service.domain.opening import Opening
from ledger_service.store import accounts, log, lots, transfers
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_GRANTS, HOUSE_OPENING, Item, Outcome, post
from shared import outbox
from shared.contracts.ledger import AccountOpened
from shared.db import Connection
from shared.money import ZERO
from shared.problems import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """`status`: opened, replayed, differs (opened before with another balance) or unknown."""

    account_id: str
    status: str
    amount: Decimal | None = None
    transaction_id: int | None = None
    balance: Decimal | None = None
    is_new_account: bool = False
    allowance_taken_back: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class _Batch:
    """The openings of one request inside one transaction, at one moment and in one period."""

    books: Books
    connection: Connection
    source: str
    author: log.Author
    now: datetime
    period: Period

    def transfer(self, opening: Opening, *, key: str, kind: str, amount: Decimal) -> Item:
        brought = kind == "opening"
        return Item(
            op="transfer",
            account_id=opening.account_id,
            idempotency_key=f"{key}:{self.source}",
            request_hash=_digest(opening),
            kind=kind,
            house_account=HOUSE_OPENING if brought else HOUSE_GRANTS,
            amount=amount,
            reason=f"Brought along from {self.source}"
            if brought
            else f"Allowance for {self.period.name} is in what came from {self.source}",
            actor=self.author.name,
        )


async def open_balances(
    books: Books,
    source: str,
    openings: Sequence[Opening],
    *,
    only_known: bool,
    dry_run: bool,
    author: log.Author,
) -> list[Opened]:
    """All or nothing. Unknown users get an account, unless `only_known`."""

    async def work(connection: Connection) -> list[Opened]:
        step = connection.transaction()
        await step.start()
        done = await _open(books, connection, source, openings, only_known, author)
        await (step.rollback() if dry_run else step.commit())
        return done

    try:
        return await books.db.run(work)
    except asyncpg.DataError:
        raise Invalid("balances", "go beyond what a balance can hold") from None


async def _open(
    books: Books,
    connection: Connection,
    source: str,
    openings: Sequence[Opening],
    only_known: bool,  # noqa: FBT001
    author: log.Author,
) -> list[Opened]:
    ids = [opening.account_id for opening in openings]
    made = set() if only_known else set(await accounts.open_undescribed(connection, ids))
    for account_id in sorted(made):
        await outbox.add(connection, AccountOpened(account_id=account_id), aggregate_id=account_id)
    known = await accounts.lock_many(connection, ids)
    now = await books.moment(connection)
    batch = _Batch(books, connection, source, author, now, period_of(now, books.zone))
    done = await _opened_before(batch, openings)
    fresh = [o for o in openings if o.account_id in known and o.account_id not in done]
    taken_back = await _make_room(batch, fresh, known)
    outcomes = await _post(batch, fresh)
    if fresh:
        await log.add(connection, author, _entry(source, fresh, len(made)))
    for opening in fresh:
        account_id, outcome = opening.account_id, outcomes[opening.account_id]
        done[account_id] = Opened(
            account_id=account_id,
            status="opened",
            amount=opening.balance,
            transaction_id=outcome.transfer_id,
            balance=outcome.balance,
            is_new_account=account_id in made,
            allowance_taken_back=taken_back.get(account_id, ZERO),
        )
    unknown = {name: Opened(account_id=name, status="unknown") for name in ids if name not in known}
    return [(done | unknown)[account_id] for account_id in ids]


async def _opened_before(batch: _Batch, openings: Sequence[Opening]) -> dict[str, Opened]:
    wanted = {opening.account_id: _digest(opening) for opening in openings}
    found = await transfers.by_key(batch.connection, list(wanted), f"opening:{batch.source}")
    return {
        account_id: Opened(
            account_id=account_id,
            status="replayed" if transfer.request_hash == wanted[account_id] else "differs",
            amount=transfer.effect,
            transaction_id=transfer.id,
            balance=transfer.balance_after,
        )
        for account_id, transfer in found.items()
    }


async def _make_room(
    batch: _Batch, fresh: Sequence[Opening], known: dict[str, accounts.Account]
) -> dict[str, Decimal]:
    """Note the period's allowance as given; return what of it was taken back from whom."""
    connection, period = batch.connection, batch.period
    locked = [known[opening.account_id] for opening in fresh]
    untouched = [account.account_id for account in locked if account.lots_due_at is None]
    await renew_all(batch.books, connection, [a for a in locked if a.lots_due_at is not None])
    await accounts.set_lots_due(connection, dict.fromkeys(untouched, period.ends_at))
    granted = await lots.allowances_of(connection, [a.account_id for a in locked], period.name)
    taking = [
        batch.transfer(o, key="opening-allowance", kind="adjustment", amount=-left)
        for o in fresh
        if o.account_id in granted and (left := granted[o.account_id].remaining) > 0
    ]
    _ok(await post(connection, taking, batch.now))
    given = [(o.account_id, _allowance(batch, o)) for o in fresh if o.account_id not in granted]
    await lots.add_many(connection, given)
    for opening in fresh:
        if lot := granted.get(opening.account_id):
            await lots.replace_allowance(
                connection, opening.account_id, lot.id, opening.allowance, opening.of_period
            )
    return {account_id: lot.remaining for account_id, lot in granted.items()}


def _allowance(batch: _Batch, opening: Opening) -> lots.NewLot:
    return lots.NewLot(
        id=uuid4(),
        source="allowance",
        amount=opening.allowance,
        remaining=opening.of_period,
        period=batch.period.name,
        granted_at=batch.now,
        expires_at=batch.period.ends_at,
    )


async def _post(batch: _Batch, fresh: Sequence[Opening]) -> dict[str, Outcome]:
    items = [batch.transfer(o, key="opening", kind="opening", amount=o.balance) for o in fresh]
    outcomes = _ok(await post(batch.connection, items, batch.now))
    lasting = [
        (
            opening.account_id,
            lots.NewLot(
                id=uuid4(),
                source="opening",
                amount=opening.lasting,
                reference=f"opening:{batch.source}",
                transfer_id=outcome.transfer_id,
                granted_at=batch.now,
            ),
        )
        for opening, outcome in zip(fresh, outcomes, strict=True)
        if opening.lasting > 0
    ]
    await lots.add_many(batch.connection, lasting)
    return {o.account_id: outcome for o, outcome in zip(fresh, outcomes, strict=True)}


def _ok(outcomes: list[Outcome]) -> list[Outcome]:
    for outcome in outcomes:
        if outcome.verdict != "ok":
            raise refusal(outcome)
    return outcomes


def _digest(opening: Opening) -> bytes:
    return digest(opening.balance)


def _entry(source: str, fresh: Sequence[Opening], new_accounts: int) -> log.Entry:
    total = sum((opening.balance for opening in fresh), ZERO)
    return log.Entry(
        log_type="balances_opened",
        message=f"{len(fresh)} balances of {total:f} credits brought along from {source}",
        after={
            "source": source,
            "users": len(fresh),
            "total": total,
            "new_accounts": new_accounts,
        },
    )
