"""What a payment or a period brought is taken back from its lot, as far as it is unspent."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from ledger_service.commands.post_item import refusal
from ledger_service.commands.renew_account import renew
from ledger_service.domain.lots import Lot, Taking
from ledger_service.store import accounts, lots, takings
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_EXPIRY, HOUSE_PAYMENTS, Item, post
from shared import inbox
from shared.db import Connection


async def take_from_lot(books: Books, event_id: UUID, account_id: str, taking: Taking) -> None:
    """Once per event. What comes before the grant that it is about waits for it."""

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event_id) or taking.credits == 0:
            return
        # The row is what a grant and a taking of the same moment wait for each other at.
        await accounts.open_empty(connection, account_id)
        account = await accounts.lock(connection, account_id)
        if account is None:
            return
        if not await lots.was_granted(connection, account_id, taking.reference):
            await takings.put_aside(connection, account_id, event_id, taking)
            return
        await renew(books, connection, account)
        await take(books, connection, account_id, taking)

    await books.db.run(work)


async def take(books: Books, connection: Connection, account_id: str, taking: Taking) -> None:
    """From a locked and renewed account; nothing where all is spent."""
    lot = await lots.of_reference(connection, account_id, taking.reference)
    if lot is None:
        return
    amount = lot.remaining if taking.credits is None else min(taking.credits, lot.remaining)
    if amount <= 0:
        return
    item = _item(account_id, lot, taking, amount)
    [outcome] = await post(connection, [item], await books.moment(connection))
    if outcome.verdict != "ok":
        raise refusal(outcome)
    left = replace(lot, remaining=lot.remaining - amount)
    await lots.save_remaining(connection, account_id, [left])


def _item(account_id: str, lot: Lot, taking: Taking, amount: Decimal) -> Item:
    refund = taking.refund_id
    return Item(
        op="transfer",
        account_id=account_id,
        kind="refund" if refund else "expiry",
        house_account=HOUSE_PAYMENTS if refund else HOUSE_EXPIRY,
        amount=-amount,
        # Not the key of the expiry at its date: a reversal may fill the lot again until then.
        idempotency_key=f"refund:{refund}" if refund else f"expiry:{lot.id}:cut",
        request_hash=b"",
        reason=f"Refund of payment {taking.reference}"
        if refund
        else f"{lot.source} credits ended with the plan",
        actor="billing",
    )
