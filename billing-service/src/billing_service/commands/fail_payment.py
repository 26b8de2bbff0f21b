"""Gives up a payment that surely was not made, unless somebody heard otherwise meanwhile."""

from datetime import datetime
from uuid import UUID

from billing_service.domain.payments import Payment
from billing_service.store import payments, promo_codes
from shared.db import Connection


async def fail_payment(
    conn: Connection, payment_id: UUID, why: str, now: datetime
) -> Payment | None:
    """Return it as failed; None if the provider answered meanwhile."""
    if await payments.lock_unanswered(conn, payment_id) is None:
        return None
    failed = await payments.update(
        conn, payment_id, now, status="failed", error=why, next_check_at=None
    )
    await promo_codes.give_back(conn, payment_id, now)
    return failed
