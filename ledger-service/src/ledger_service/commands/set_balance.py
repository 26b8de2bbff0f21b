"""Set a balance to a figure, as the first system's clients do: posted as the difference."""

from decimal import Decimal
from uuid import uuid4

from ledger_service.commands.post_item import digest, refusal
from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, log, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_ADJUSTMENTS, Item, post
from shared.db import Connection
from shared.problems import NotFound


async def set_balance(
    books: Books, account_id: str, target: Decimal, *, author: log.Author, key: str | None
) -> Decimal:
    """Return the balance afterwards. With a `key`, the same request is done once."""
    key = f"set:{key or uuid4()}"

    async def work(connection: Connection) -> Decimal:
        account = await accounts.lock(connection, account_id)
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        await renew(books, connection, account)
        balance = await connection.fetchval(
            "SELECT balance FROM account WHERE account_id = $1", account_id
        )
        done = await connection.fetchrow(
            """
            SELECT request_hash, balance_after FROM transfer
            WHERE account_id = $1 AND idempotency_key = $2
            """,
            account_id,
            key,
        )
        hashed = digest(str(target))
        if done is not None and done["request_hash"] == hashed:
            return Decimal(done["balance_after"])
        delta = target - balance
        item = Item(
            op="transfer",
            account_id=account_id,
            idempotency_key=key,
            request_hash=hashed,
            kind="adjustment",
            house_account=HOUSE_ADJUSTMENTS,
            amount=delta,
            reason=f"Balance set to {target:f}",
            actor=author.name,
        )
        outcome = (await post(connection, [item], books.clock()))[0]
        if outcome.verdict != "ok":
            raise refusal(outcome)
        if delta > 0:
            now = await books.moment(connection)
            lot = lots.NewLot(
                id=uuid4(),
                source="manual",
                amount=delta,
                transfer_id=outcome.transfer_id,
                granted_at=now,
            )
            await lots.add(connection, account_id, lot)
        entry = log.Entry(
            log_type="user_credit_update",
            message=f"Credits of {account_id} set to {target:f}",
            account_id=account_id,
            before={"balance": balance},
            after={"balance": target, "transaction_id": outcome.transfer_id},
        )
        await log.add(connection, author, entry)
        return target

    return await books.db.run(work)
