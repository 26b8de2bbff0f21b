"""Give an account a lot of credits."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from ledger_service.commands.post_item import digest, refusal, refuse_closed
from ledger_service.commands.renew_account import renew
from ledger_service.commands.take_from_lot import take
from ledger_service.store import accounts, log, lots, takings
from ledger_service.store.books import Books
from ledger_service.store.postings import HOUSE_GRANTS, Item, Outcome, post, present
from shared import inbox
from shared.db import Connection
from shared.problems import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantRequest:
    """`expires_at` None means that the credits last."""

    account_id: str
    source: str
    amount: Decimal
    reason: str
    actor: str
    key: str
    expires_at: datetime | None = None
    priority: int = 0
    reference: str | None = None
    house_account: str = HOUSE_GRANTS


async def issue_grant(
    books: Books, request: GrantRequest, author: log.Author = log.SYSTEM
) -> Outcome:
    """Post the grant and its lot; the same key answers with the first grant."""

    async def work(connection: Connection) -> Outcome:
        account = await accounts.lock(connection, request.account_id)
        if account is None:
            raise NotFound("User not found", slug="unknown-account")
        # What was spent before must not be attributed to the new lot.
        await renew(books, connection, account)
        outcome = await grant(books, connection, request)
        if outcome.replayed:
            return outcome
        # After the post, so that a key answers as it did before the account was closed.
        refuse_closed(account.status)
        await log.add(connection, author, _entry(request, outcome))
        return outcome

    return await books.db.run(work)


def _entry(request: GrantRequest, outcome: Outcome) -> log.Entry:
    balance = present(outcome.balance)
    return log.Entry(
        log_type="grant_issued",
        message=f"{request.amount:f} credits ({request.source}) granted to {request.account_id}",
        account_id=request.account_id,
        before={"balance": balance - request.amount},
        after={"balance": balance, "transaction_id": outcome.transfer_id},
        reason=request.reason,
    )


async def grant(books: Books, connection: Connection, request: GrantRequest) -> Outcome:
    """Grant to a locked and renewed account inside the caller's transaction."""
    now = await books.moment(connection)
    item = Item(
        op="transfer",
        account_id=request.account_id,
        idempotency_key=request.key,
        request_hash=digest(request.source, request.amount, str(request.expires_at)),
        kind="grant",
        house_account=request.house_account,
        amount=request.amount,
        reason=request.reason,
        actor=request.actor,
    )
    outcome = (await post(connection, [item], now))[0]
    if outcome.verdict != "ok":
        raise refusal(outcome)
    if not outcome.replayed:
        await _add_lot(connection, request, now, outcome.transfer_id)
    return outcome


async def grant_for_event(books: Books, event_id: UUID, request: GrantRequest) -> None:
    """Grant what an event of billing-service is about, once; 0 credits are no grant.

    What was to be taken back of it may have come before it.
    """

    async def work(connection: Connection) -> None:
        if not await inbox.first_time(connection, event_id) or request.amount <= 0:
            return
        # Paid credits must not wait for sync to describe the user.
        await accounts.open_empty(connection, request.account_id)
        account = await accounts.lock(connection, request.account_id)
        if account is not None:
            await renew(books, connection, account)
            await grant(books, connection, request)
            await _take_early(books, connection, account.account_id, request.reference or "")

    await books.db.run(work)


async def _take_early(
    books: Books, connection: Connection, account_id: str, reference: str
) -> None:
    """What was to be taken of the lot before it came. One that comes after its end expires first:
    until then nothing can be posted.
    """
    waiting = await takings.take_up(connection, account_id, reference)
    account = await accounts.lock(connection, account_id) if waiting else None
    if account is not None:
        await renew(books, connection, account)
    for taking in waiting:
        await take(books, connection, account_id, taking)


async def _add_lot(
    connection: Connection, request: GrantRequest, now: datetime, transfer_id: int | None
) -> None:
    expires_at = request.expires_at or lots.NEVER
    lot = lots.NewLot(
        id=uuid4(),
        source=request.source,
        amount=request.amount,
        priority=request.priority,
        reference=request.reference,
        transfer_id=transfer_id,
        granted_at=now,
        expires_at=expires_at,
    )
    await lots.add(connection, request.account_id, lot)
    if request.expires_at is not None:
        await accounts.set_due_no_later(connection, request.account_id, request.expires_at)
