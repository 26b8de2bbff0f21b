"""Refunds: how much may go back, and what of the credits goes with it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal
from uuid import UUID

from shared.money import QUANTUM

Status = Literal["created", "sent", "pending", "succeeded", "canceled", "failed"]
REST_MIN: Final = Decimal("1.00")


@dataclass(frozen=True, slots=True)
class Refund:
    id: UUID
    payment_id: UUID
    amount: Decimal
    currency: str
    origin: str
    reason: str
    actor: str
    idempotence_key: str | None
    request: bytes | None
    client_key: str | None
    status: Status
    provider_id: str | None
    cancel_reason: str | None
    error: str | None
    next_check_at: datetime | None
    checks: int
    succeeded_at: datetime | None
    created_at: datetime
    updated_at: datetime


def refusal_of(amount: Decimal, paid: Decimal, refunded: Decimal) -> str | None:
    """Return why this much cannot go back, None if it can."""
    if refunded >= paid:
        return "All of the payment is refunded already"
    rest = paid - refunded - amount
    if rest < 0:
        return f"Refund exceeds what is left of the payment: {paid - refunded}"
    if amount < REST_MIN or 0 < rest < REST_MIN:
        return f"A refund and what it leaves must be at least {REST_MIN}"
    return None


def credits_going_back(lot: Decimal, paid: Decimal, before: Decimal, now: Decimal) -> Decimal:
    """Return the share of `lot` (credits) of one refund; all refunds together take exactly all.

    `before` and `now` are the sums refunded before and after this one.
    """
    upto = (lot * now / paid).quantize(QUANTUM, ROUND_HALF_UP)
    return upto - (lot * before / paid).quantize(QUANTUM, ROUND_HALF_UP)
