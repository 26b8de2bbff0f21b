"""Post one item through the engine, and turn the engine's verdicts into refusals."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import asyncpg
import msgspec

from ledger_service.commands.renew_account import renew_account
from ledger_service.store import limits
from ledger_service.store.books import Books
from ledger_service.store.postings import Item, Outcome, present
from shared.money import ZERO, to_wire
from shared.problems import (
    Conflict,
    Invalid,
    NotFound,
    NotPermitted,
    PaymentRequired,
    Problem,
    TooManyRequests,
)

REFUSALS: Final[Mapping[str, tuple[type[Problem], str, str]]] = {
    "unknown_account": (NotFound, "unknown-account", "User not found"),
    "unknown_hold": (NotFound, "unknown-hold", "Hold not found"),
    "account_suspended": (NotPermitted, "account-suspended", "The account is suspended"),
    "account_closed": (NotPermitted, "account-closed", "The account is closed"),
    "key_reused": (
        Conflict,
        "idempotency-key-reused",
        "The idempotency key was used for a different request",
    ),
    "hold_ended": (Conflict, "hold-ended", "The hold has ended"),
    "hold_expired": (Conflict, "hold-ended", "The hold has ended"),
}
# A renewal can only be overtaken by the next due lot; more rounds than this mean a fault.
_RENEWALS_MAX = 3


def digest(*parts: Any) -> bytes:
    """Hash of what a request asks for: the same key with another hash is a conflict.

    An amount is the same however many zeros it is written with.
    """
    plain = [to_wire(part) if isinstance(part, Decimal) else part for part in parts]
    return hashlib.sha256(msgspec.json.encode(plain)).digest()


async def post_item(books: Books, item: Item) -> Outcome:
    """Return the outcome when it is durable; raise the refusal otherwise (nothing changed then)."""
    for _ in range(_RENEWALS_MAX):
        try:
            outcome = await books.batcher.submit(item)
        except asyncpg.DataError:
            raise Invalid("amount", "is beyond what a balance can hold") from None
        if outcome.verdict == "ok":
            return outcome
        if outcome.verdict == "limit_reached":
            raise await _limit_reached(books, outcome)
        if outcome.verdict != "lots_due":
            raise refusal(outcome)
        await renew_account(books, item.account_id)
    raise RuntimeError(f"account {item.account_id} stays due for renewal")


def refusal(outcome: Outcome) -> Problem:
    """The refusal that an engine's verdict means to a caller."""
    if outcome.verdict == "insufficient":
        return _insufficient(outcome)
    kind, slug, detail = REFUSALS[outcome.verdict]
    return kind(detail, slug=slug)


def refuse_closed(status: str) -> None:
    """Nothing is given, taken or lent where an account is closed."""
    if status == "closed":
        kind, slug, detail = REFUSALS["account_closed"]
        raise kind(detail, slug=slug)


def _insufficient(outcome: Outcome) -> PaymentRequired:
    available = to_wire(max(present(outcome.available), ZERO))
    required = to_wire(present(outcome.amount))
    return PaymentRequired(
        f"You do not have enough credits: {available} available, {required} required.",
        available=available,
        required=required,
    )


async def _limit_reached(books: Books, outcome: Outcome) -> TooManyRequests:
    """Say which limit refused, what is left of it and when it frees again."""
    limit_id, frees_at = present(outcome.limit_id), present(outcome.limit_frees_at)
    async with books.db.reader() as connection:
        rule = await limits.find(connection, limit_id)
    left = to_wire(present(outcome.limit_left))
    seconds = max(1, int((frees_at - books.now()).total_seconds()))
    named = f"{rule.describe()} {rule.whom()}" if rule else "a limit"
    return TooManyRequests(
        f"The limit of {named} is reached: {left} left. "
        f"It frees again at {frees_at:%Y-%m-%d %H:%M} UTC.",
        retry_after_s=seconds,
        slug="limit-reached",
        limit_id=str(limit_id),
        metric=rule.metric if rule else None,
        left=left,
        frees_at=frees_at,
    )
