"""Set a balance to a figure, as the first system's clients do: posted as the difference."""

from decimal import Decimal
from uuid import uuid4

from ledger_service.commands.post_item import digest, refusal, refuse_closed
from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, log, lots, transfers
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_ADJUSTMENTS, Item, Outcome, post
from shared.db import Connection
from shared.problems import Invalid, NotFound


async def set_balance(
    books: Books,
    account_id: str,
    target: Decimal,
    *,
    author: log.Author,
    key: str | None,
    reason: str = "",
) -> Decimal:
    """Return the balance afterwards. With a `key`, the same request is done once."""
    key = f"set:{key or uuid4()}"

    async def work(connection: Connection) -> Decimal:
        account = await accounts.lock(connection, account_id)
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        if target < -account.credit_line:
            raise Invalid("credits", "must not be below what the credit line lends")
        await renew(books, connection, account)
        balance = await accounts.balance_of(connection, account_id)
        hashed = digest(target)
        done = await transfers.find(connection, account_id, key)
        if done is not None and done.request_hash == hashed:
            return target
        refuse_closed(account.status)
        delta = target - balance
        item = Item(
            op="transfer",
            account_id=account_id,
            idempotency_key=key,
            request_hash=hashed,
            kind="adjustment",
            house_account=HOUSE_ADJUSTMENTS,
            amount=delta,
            reason=reason or f"Balance set to {target:f}",
            actor=author.name,
        )
        outcome = (await post(connection, [item], books.clock()))[0]
        if outcome.verdict != "ok":
            raise refusal(outcome)
        if delta > 0:
            now = await books.moment(connection)
            await lots.add_manual(connection, account_id, delta, now, outcome.transfer_id)
        await log.add(connection, author, _entry(account_id, balance, target, outcome, reason))
        return target

    return await books.db.run(work)


def _entry(
    account_id: str, before: Decimal, after: Decimal, outcome: Outcome, reason: str
) -> log.Entry:
    return log.Entry(
        log_type="user_credit_update",
        message=f"Credits of {account_id} set to {after:f}",
        account_id=account_id,
        before={"balance": before},
        after={"balance": after, "transaction_id": outcome.transfer_id},
        reason=reason,
    )
