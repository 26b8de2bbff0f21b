"""Credits come in lots and are spent soonest-expiring first. Pure arithmetic over one account."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from shared.money import ZERO


@dataclass(frozen=True, slots=True)
class Lot:
    """A grant with what is left of it. Lower `priority` is spent first among equal expiries."""

    id: UUID
    source: str
    remaining: Decimal
    expires_at: datetime
    priority: int
    granted_at: datetime
    period: str | None = None
    reference: str | None = None

    @property
    def spending_order(self) -> tuple[datetime, int, datetime, str]:
        return (self.expires_at, self.priority, self.granted_at, str(self.id))


@dataclass(frozen=True, slots=True)
class Taking:
    """What is taken back from the lot of a payment or a period (`reference`).

    At most `credits`, None is all that is left; without a `refund_id` they expire.
    """

    reference: str
    credits: Decimal | None = None
    refund_id: str | None = None


def draw_down(lots: Sequence[Lot], balance: Decimal) -> list[Lot]:
    """Attribute to the lots what was spent since the last time, so that their sum is the balance.

    A balance below zero (debt) leaves every lot empty.
    """
    to_spend = sum((lot.remaining for lot in lots), ZERO) - max(balance, ZERO)
    left = []
    for lot in sorted(lots, key=lambda lot: lot.spending_order):
        taken = min(lot.remaining, max(to_spend, ZERO))
        to_spend -= taken
        left.append(replace(lot, remaining=lot.remaining - taken))
    return left


def due(lots: Sequence[Lot], now: datetime) -> list[Lot]:
    """Lots that have expired by `now` with something left, in the order of their expiry."""
    expired = [lot for lot in lots if lot.remaining > 0 and lot.expires_at <= now]
    return sorted(expired, key=lambda lot: lot.spending_order)
