"""A period was cut off: what is unspent of its credits expires now instead of at its end."""

from dataclasses import replace

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_EXPIRY, Item, post
from shared import inbox
from shared.contracts import Event
from shared.contracts.billing import PeriodCut
from shared.db import Connection
from shared.money import ZERO


async def expire_period_credits(books: Books, event: Event[PeriodCut]) -> None:
    """The lot keeps its date: what it had paid for before is told from the order of dates."""
    period = event.data

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event.id):
            return
        account = await accounts.lock(connection, period.user_id)
        if account is None:
            return
        await renew(books, connection, account)
        reference = period.payment_id or period.period_id
        lot = await lots.of_reference(connection, period.user_id, reference)
        if lot is None:
            return
        item = Item(
            op="transfer",
            account_id=period.user_id,
            # Not the key of the expiry at its date: a reversal may fill the lot again until then.
            idempotency_key=f"expiry:{lot.id}:cut",
            request_hash=b"",
            kind="expiry",
            house_account=HOUSE_EXPIRY,
            amount=-lot.remaining,
            reason=f"{lot.source} credits ended with the plan",
            actor="billing",
        )
        await post(connection, [item], await books.moment(connection))
        left = replace(lot, remaining=ZERO)
        await lots.save_remaining(connection, period.user_id, [left])

    await books.db.run(work)
