"""What a payment or a period brought is taken back from its lot, as far as it is unspent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from ledger_service.commands.renew_account import renew
from ledger_service.domain.lots import Lot
from ledger_service.store import accounts, lots
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, post
from shared import inbox
from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Taking:
    """`amount` is positive, and at most what remains of the lot."""

    amount: Decimal
    kind: str
    house_account: str
    idempotency_key: str
    reason: str


async def take_from_lot(
    books: Books, event_id: UUID, user_id: str, reference: str, taking_of: Callable[[Lot], Taking]
) -> None:
    """Once per event; nothing where the user, the lot or anything to take is missing."""

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event_id):
            return
        account = await accounts.lock(connection, user_id)
        if account is None:
            return
        await renew(books, connection, account)
        lot = await lots.of_reference(connection, user_id, reference)
        if lot is None:
            return
        taking = taking_of(lot)
        if taking.amount <= 0:
            return
        item = Item(
            op="transfer",
            account_id=user_id,
            idempotency_key=taking.idempotency_key,
            request_hash=b"",
            kind=taking.kind,
            house_account=taking.house_account,
            amount=-taking.amount,
            reason=taking.reason,
            actor="billing",
        )
        await post(connection, [item], await books.moment(connection))
        left = replace(lot, remaining=lot.remaining - taking.amount)
        await lots.save_remaining(connection, user_id, [left])

    await books.db.run(work)
