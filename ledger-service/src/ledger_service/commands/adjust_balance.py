"""Add to a balance or take from it, for a reason."""

from decimal import Decimal

from ledger_service.commands.post_item import digest, refusal, refuse_closed
from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, log, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_ADJUSTMENTS, Item, Outcome, post, present
from shared.db import Connection
from shared.problems import Invalid, NotFound


async def adjust_balance(
    books: Books, account_id: str, amount: Decimal, *, reason: str, author: log.Author, key: str
) -> Outcome:
    """Post `amount` (signed); the same key answers with the first adjustment."""

    async def work(connection: Connection) -> Outcome:
        account = await accounts.lock(connection, account_id)
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        await renew(books, connection, account)
        now = await books.moment(connection)
        item = Item(
            op="transfer",
            account_id=account_id,
            idempotency_key=f"adjust:{key}",
            request_hash=digest(amount, reason),
            kind="adjustment",
            house_account=HOUSE_ADJUSTMENTS,
            amount=amount,
            reason=reason,
            actor=author.name,
        )
        outcome = (await post(connection, [item], now))[0]
        if outcome.verdict != "ok":
            raise refusal(outcome)
        if outcome.replayed:
            return outcome
        # After the post, so that a key answers as it did before the account was closed.
        refuse_closed(account.status)
        if amount < 0 and present(outcome.balance) < -account.credit_line:
            raise Invalid("amount", "must not take more than there is and the credit line lends")
        if amount > 0:
            await lots.add_manual(connection, account_id, amount, now, outcome.transfer_id)
        await log.add(connection, author, _entry(account_id, amount, outcome, reason))
        return outcome

    return await books.db.run(work)


def _entry(account_id: str, amount: Decimal, outcome: Outcome, reason: str) -> log.Entry:
    balance = present(outcome.balance)
    return log.Entry(
        log_type="user_credit_update",
        message=f"Credits of {account_id} changed by {amount:f}",
        account_id=account_id,
        before={"balance": balance - amount},
        after={"balance": balance, "transaction_id": outcome.transfer_id},
        reason=reason,
    )
