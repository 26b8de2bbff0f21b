"""A user decides whether credits are bought by themselves when few are left."""

from datetime import datetime
from decimal import Decimal

from billing_service.domain.policy import Policy
from billing_service.domain.top_ups import amount_of, checked_amount
from billing_service.store import customers
from shared.db import Database
from shared.problems import Malformed


async def set_auto_top_up(
    db: Database,
    policy: Policy,
    user_id: str,
    wish: tuple[bool, int | None, int | None],
    now: datetime,
) -> None:
    """`wish` is (enabled, threshold, amount), both in kopeks; enabling forgets old failures."""
    enabled, threshold, amount = wish
    if not enabled:
        async with db.transaction() as conn:
            await customers.set_fields(conn, user_id, now, auto_top_up=False)
        return
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
    least: Decimal = amount_of(threshold) * policy.credits_per_unit
    async with db.transaction() as conn:
        await customers.set_fields(
            conn,
            user_id,
            now,
            auto_top_up=True,
            auto_top_up_threshold=least,
            auto_top_up_amount=charged,
            auto_top_up_failures=0,
            auto_top_up_failed_at=None,
        )
