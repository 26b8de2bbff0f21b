"""Gives up a payment that surely was not made, unless somebody heard otherwise meanwhile."""

from datetime import datetime

from billing_service.domain.payments import Payment
from billing_service.store import payments, promo_codes, subscriptions
from shared.db import Connection


async def fail_payment(
    conn: Connection, payment: Payment, why: str, now: datetime
) -> Payment | None:
    """Return it as failed; None if the provider answered meanwhile."""
    # A checkout locks its promo code first, then the user's payments: this is the other way round.
    await subscriptions.lock_user(conn, payment.user_id)
    if await payments.lock_unanswered(conn, payment.id) is None:
        return None
    failed = await payments.update(
        conn, payment.id, now, status="failed", error=why, next_check_at=None
    )
    await promo_codes.give_back(conn, payment.id, now)
    return failed
