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
from ledger_service.commands.renew_account import renew
from ledger_service.domain.allowance import Period, period_of
from ledger_service.domain.opening import Opening
from ledger_service.store import accounts, log, lots
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


class _PreviewedError(Exception):
    """Ends the transaction of a preview, with what it would have done."""

    def __init__(self, done: list[Opened]) -> None:
        self.done = done


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
        done = await _open(books, connection, source, openings, only_known, author)
        if dry_run:
            raise _PreviewedError(done)
        return done

    try:
        return await books.db.run(work)
    except _PreviewedError as preview:
        return preview.done
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
    rows = await batch.connection.fetch(
        """
        SELECT account_id, id, request_hash, balance_after,
            CASE WHEN credit_account = account_id THEN amount ELSE -amount END AS amount
        FROM transfer
        WHERE account_id = ANY($1::text[]) AND idempotency_key = $2
        """,
        list(wanted),
        f"opening:{batch.source}",
    )
    return {
        row["account_id"]: Opened(
            account_id=row["account_id"],
            status="replayed" if row["request_hash"] == wanted[row["account_id"]] else "differs",
            amount=row["amount"],
            transaction_id=row["id"],
            balance=row["balance_after"],
        )
        for row in rows
    }


async def _make_room(
    batch: _Batch, fresh: Sequence[Opening], known: dict[str, accounts.Account]
) -> dict[str, Decimal]:
    """Note the period's allowance as given; return what of it was taken back from whom."""
    untouched = [o for o in fresh if known[o.account_id].lots_due_at is None]
    await batch.connection.execute(
        "UPDATE account SET lots_due_at = $2 WHERE account_id = ANY($1::text[])",
        [opening.account_id for opening in untouched],
        batch.period.ends_at,
    )
    await lots.add_many(batch.connection, [(o.account_id, _allowance(batch, o)) for o in untouched])
    taken_back = {}
    for opening in fresh:
        if known[opening.account_id].lots_due_at is not None:
            taken_back[opening.account_id] = await _take_back(
                batch, opening, known[opening.account_id]
            )
    return taken_back


async def _take_back(batch: _Batch, opening: Opening, account: accounts.Account) -> Decimal:
    connection = batch.connection
    await renew(batch.books, connection, account)
    granted = await lots.allowance_of(connection, account.account_id, batch.period.name)
    if granted is None:
        await lots.add(connection, account.account_id, _allowance(batch, opening))
        return ZERO
    if granted.remaining > 0:
        item = batch.transfer(
            opening, key="opening-allowance", kind="adjustment", amount=-granted.remaining
        )
        _ok(await post(connection, [item], batch.now))
    await lots.replace_allowance(
        connection, account.account_id, granted.id, opening.allowance, opening.of_period
    )
    return granted.remaining


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
