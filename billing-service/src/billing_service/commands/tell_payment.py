"""Notes that a user is to be told what became of a payment, in the transaction that recorded it."""

from datetime import datetime
from typing import Any

from billing_service.domain.payments import Payment
from billing_service.domain.policy import Policy
from billing_service.domain.subscriptions import Subscription, access_end
from billing_service.store import mails
from shared.db import Connection


async def tell_payment(conn: Connection, policy: Policy, payment: Payment, now: datetime) -> None:
    """Whatever was paid, automatically too."""
    if policy.mails_enabled:
        await mails.add(conn, payment.user_id, "payment", str(payment.id), _sold(payment), now)


async def tell_decline(
    conn: Connection, policy: Policy, payment: Payment, live: Subscription | None, now: datetime
) -> None:
    """A renewal that was declined, unless the subscription has gone on without it."""
    if not policy.mails_enabled or live is None:
        return
    again = live.next_attempt_at
    facts = _sold(payment) | {
        "again_at": again.isoformat() if again else None,
        "ends_at": access_end(live, policy.grace).isoformat(),
    }
    await mails.add(conn, payment.user_id, "renewal_failed", str(payment.id), facts, now)


def _sold(payment: Payment) -> dict[str, Any]:
    """The description is that of the receipt, which is in Russian."""
    return {
        "what": payment.terms.get("name", payment.description),
        "what_ru": payment.description,
        "amount": str(payment.amount),
        "currency": payment.currency,
    }
