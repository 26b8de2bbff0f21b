"""A renewal was declined: plan the next attempt, or wait for another method."""

from datetime import datetime
from typing import Any

from billing_service.domain.dunning import method_is_dead, next_attempt
from billing_service.domain.payments import Payment
from billing_service.domain.subscriptions import Subscription
from billing_service.store import subscriptions
from shared.db import Connection


async def note_decline(conn: Connection, payment: Payment, now: datetime) -> Subscription | None:
    """Count the attempt; None if it does not matter any more.

    The state changes only when the period itself ends.
    """
    assert payment.subscription_id is not None  # noqa: S101 - a constraint of the table
    live = await subscriptions.get(conn, payment.subscription_id, lock=True)
    if live is None or payment.period_number != live.current_number + 1 or live.ended_at:
        return None
    attempts = live.renewal_attempts + 1
    changes: dict[str, Any] = {
        "renewal_attempts": attempts,
        "next_attempt_at": next_attempt(payment.cancel_reason, attempts, now),
    }
    if method_is_dead(payment.cancel_reason):
        changes["payment_method_id"] = None
    return await subscriptions.move(
        conn,
        live,
        now,
        cause="renewal_declined",
        actor="provider",
        payment_id=payment.id,
        **changes,
    )
