"""Money went back: take back what is left of the credits that it had bought, once."""

from dataclasses import replace

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_PAYMENTS, Item, post
from shared import inbox
from shared.contracts import Event
from shared.contracts.billing import RefundSucceeded
from shared.db import Connection
from shared.money import ZERO


async def take_back_credits(books: Books, event: Event[RefundSucceeded]) -> None:
    """What was spent is not taken: a refund never makes a debt."""
    refund = event.data

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event.id):
            return
        account = await accounts.lock(connection, refund.user_id)
        if account is None:
            return
        await renew(books, connection, account)
        bought = await lots.of_reference(connection, refund.user_id, refund.payment_id)
        taken = min(refund.credits, bought.remaining) if bought else ZERO
        if bought is None or taken <= 0:
            return
        item = Item(
            op="transfer",
            account_id=refund.user_id,
            idempotency_key=f"refund:{refund.refund_id}",
            request_hash=b"",
            kind="refund",
            house_account=HOUSE_PAYMENTS,
            amount=-taken,
            reason=f"Refund of payment {refund.payment_id}",
            actor="billing",
        )
        await post(connection, [item], await books.moment(connection))
        left = replace(bought, remaining=bought.remaining - taken)
        await lots.save_remaining(connection, refund.user_id, [left])

    await books.db.run(work)
