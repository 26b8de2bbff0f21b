"""An operator ends a hold whose owner will not: as if its deadline had passed."""

from uuid import UUID

from ledger_service.commands.renew_account import renew
from ledger_service.store import accounts, holds, log
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, Outcome, post
from shared.db import Connection
from shared.problems import Conflict, NotFound


async def end_hold_early(books: Books, hold_id: UUID, *, reason: str, author: log.Author) -> None:
    """What was counted is charged, and a settlement that comes late is still owed: nothing is lost.

    A second time is as good as once; after a settlement it is a conflict.
    """

    async def work(connection: Connection) -> None:
        account_id = await holds.account_of(connection, hold_id)
        account = await accounts.lock(connection, account_id) if account_id else None
        # Read after its account is locked: nobody else ends it now.
        hold = await holds.find(connection, hold_id)
        if account is None or hold is None:
            raise NotFound("Hold not found", slug="unknown-hold")
        if hold.status == "settled":
            raise Conflict("The hold has ended", slug="hold-ended")
        if hold.status != "open":
            return
        await renew(books, connection, account)
        now = await books.moment(connection)
        await holds.make_due(connection, hold, now)
        item = Item(op="expire", account_id=hold.account_id, hold_id=hold.id)
        outcome = (await post(connection, [item], now))[0]
        assert outcome.verdict == "ok", outcome  # noqa: S101 - it is locked, open and due
        await log.add(connection, author, _entry(hold, outcome, reason))

    await books.db.run(work)


def _entry(hold: holds.Hold, outcome: Outcome, reason: str) -> log.Entry:
    return log.Entry(
        log_type="hold_released",
        message=f"Hold {hold.id} of {hold.account_id} ended before its deadline",
        account_id=hold.account_id,
        model_id=hold.model_id,
        before={"held": outcome.freed},
        after={"charged": outcome.amount, "transaction_id": outcome.transfer_id},
        reason=reason,
    )
