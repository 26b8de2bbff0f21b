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
from ledger_service.store.postings import Item, Outcome
from shared.money import to_wire
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
    """Hash of what a request asks for: the same key with another hash is a conflict."""
    return hashlib.sha256(msgspec.json.encode(parts)).digest()


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


def _insufficient(outcome: Outcome) -> PaymentRequired:
    available = to_wire(max(outcome.available or Decimal(0), Decimal(0)))
    required = to_wire(outcome.amount or Decimal(0))
    return PaymentRequired(
        f"You do not have enough credits: {available} available, {required} required.",
        available=available,
        required=required,
    )


async def _limit_reached(books: Books, outcome: Outcome) -> TooManyRequests:
    """Say which limit refused, what is left of it and when it frees again."""
    assert outcome.limit_id is not None and outcome.limit_frees_at is not None  # noqa: S101, PT018
    async with books.db.reader() as connection:
        rule = await limits.find(connection, outcome.limit_id)
    left = to_wire(outcome.limit_left or Decimal(0))
    seconds = max(1, int((outcome.limit_frees_at - books.now()).total_seconds()))
    named = f"{rule.describe()} {rule.whom()}" if rule else "a limit"
    return TooManyRequests(
        f"The limit of {named} is reached: {left} left. "
        f"It frees again at {outcome.limit_frees_at:%Y-%m-%d %H:%M} UTC.",
        retry_after_s=seconds,
        slug="limit-reached",
        limit_id=str(outcome.limit_id),
        metric=rule.metric if rule else None,
        left=left,
        frees_at=outcome.limit_frees_at,
    )
