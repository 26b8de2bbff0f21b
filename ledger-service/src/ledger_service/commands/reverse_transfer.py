"""Undo a transfer by its opposite, once."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import uuid4

from ledger_service.commands.post_item import digest, refusal
from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, log, lots, reversals, transfers
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, post
from shared.db import Connection
from shared.problems import Conflict, NotFound

REVERSIBLE: Final = frozenset({"charge", "grant", "adjustment", "expiry"})


@dataclass(frozen=True, slots=True)
class Reversed:
    transfer_id: int
    account_id: str
    amount: Decimal
    balance: Decimal
    replayed: bool


async def reverse_transfer(
    books: Books, transfer_id: int, *, reason: str, author: log.Author, key: str | None
) -> Reversed:
    """Post the opposite of a transfer. A second time is a conflict, unless `key` is the first's.

    A grant is taken back whole: what of it was spent becomes debt or comes from other lots.
    """

    async def work(connection: Connection) -> Reversed:
        found = await reversals.original(connection, transfer_id)
        account = await accounts.lock(connection, found.account_id) if found else None
        if found is None or account is None:
            raise NotFound("Transaction not found", slug="unknown-transfer")
        reversal_key = f"{reversals.KEY}{found.id}"
        if done := await transfers.find(connection, found.account_id, reversal_key):
            if key is None or done.request_hash != digest(key):
                raise Conflict(
                    "The transaction has been reversed",
                    slug="already-reversed",
                    reversal_id=done.id,
                )
            return Reversed(
                done.id, found.account_id, done.effect, done.balance_after, replayed=True
            )
        if found.kind not in REVERSIBLE or not found.effect:
            raise Conflict("This transaction cannot be reversed", slug="not-reversible")
        await renew(books, connection, account)
        return await _reverse(books, connection, found, reason, author, digest(key or str(uuid4())))

    return await books.db.run(work)


async def _reverse(
    books: Books,
    connection: Connection,
    found: reversals.Original,
    reason: str,
    author: log.Author,
    request_hash: bytes,
) -> Reversed:
    now = await books.moment(connection)
    item = Item(
        op="transfer",
        account_id=found.account_id,
        idempotency_key=f"{reversals.KEY}{found.id}",
        request_hash=request_hash,
        kind="reversal",
        house_account=found.house_account,
        amount=-found.effect,
        model_id=found.model_id,
        reason=reason,
        actor=author.name,
    )
    outcome = (await post(connection, [item], now))[0]
    if outcome.verdict != "ok" or outcome.transfer_id is None or outcome.balance is None:
        raise refusal(outcome)
    if found.effect > 0:
        await reversals.empty_lot(connection, found)
    else:
        rest = -found.effect
        if found.kind != "expiry":
            rest = await reversals.refill_lots(connection, found.account_id, rest, now)
        if rest > 0:
            await lots.add_manual(connection, found.account_id, rest, now, outcome.transfer_id)
    entry = log.Entry(
        log_type="transaction_reversed",
        message=f"Transaction {found.id} reversed",
        account_id=found.account_id,
        model_id=found.model_id,
        before={"balance": outcome.balance + found.effect},
        after={"balance": outcome.balance, "transaction_id": found.id},
        reason=reason,
    )
    await log.add(connection, author, entry)
    return Reversed(
        outcome.transfer_id, found.account_id, -found.effect, outcome.balance, replayed=False
    )
