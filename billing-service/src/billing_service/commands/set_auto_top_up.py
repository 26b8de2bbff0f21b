"""A user decides whether credits are bought by themselves when few are left."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from billing_service.domain.policy import Policy
from billing_service.domain.top_ups import (
    amount_of,
    checked_amount,
    checked_month_max,
    month_max_of,
)
from billing_service.store import auto_top_ups, customers
from shared.db import Database
from shared.problems import Malformed


@dataclass(frozen=True, slots=True)
class AutoTopUpWish:
    """All in kopeks; `month_max` bounds what any 30 days may cost, None: the usual bound."""

    enabled: bool
    threshold: int | None
    amount: int | None
    month_max: int | None


async def set_auto_top_up(
    db: Database, policy: Policy, user_id: str, wish: AutoTopUpWish, now: datetime
) -> Decimal | None:
    """Return what 30 days may cost, None when disabled; enabling forgets old failures."""
    if not wish.enabled:
        async with db.transaction() as conn:
            await auto_top_ups.switch_off(conn, user_id, now)
        return None
    threshold, amount = wish.threshold, wish.amount
    if threshold is None or amount is None:
        raise Malformed(
            "threshold_kopeks and amount_kopeks are required when enabled", slug="auto-top-up"
        )
    if threshold <= 0 or amount <= 0:
        raise Malformed("Auto-topup threshold and amount must be positive", slug="auto-top-up")
    try:
        charged = checked_amount(amount_of(amount), policy)
    except Malformed:
        raise Malformed("Invalid auto-topup amount", slug="auto-top-up") from None
    if amount < threshold:
        # One purchase has to end the shortage, or the next one follows it within seconds.
        raise Malformed(
            "Auto-topup amount must not be below the threshold", slug="auto-top-up-below-threshold"
        )
    month_max = None
    if wish.month_max is not None:
        month_max = checked_month_max(amount_of(wish.month_max), charged)
    least: Decimal = amount_of(threshold) * policy.credits_per_unit
    async with db.transaction() as conn:
        await customers.set_fields(
            conn,
            user_id,
            now,
            auto_top_up=True,
            auto_top_up_threshold=least,
            auto_top_up_amount=charged,
            auto_top_up_month_max=month_max,
            auto_top_up_failures=0,
            auto_top_up_failed_at=None,
        )
    return month_max_of(charged, month_max)
