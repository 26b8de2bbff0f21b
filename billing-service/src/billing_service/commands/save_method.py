"""Keeps a saved payment method for later charges: only with the payer's stored consent."""

from datetime import datetime
from uuid import uuid4

from billing_service.domain.payments import Payment
from billing_service.domain.provider import ProviderPayment
from billing_service.store import methods, subscriptions
from shared.db import Connection


async def save_method(
    conn: Connection, payment: Payment, told: ProviderPayment, now: datetime
) -> None:
    """Tie the method to the live subscription, unless credits were bought with it.

    The provider may decline to save: that is normal.
    """
    if payment.consent_text is None or not (told.method_saved and told.method_id):
        return
    method_id = await methods.add(
        conn,
        uuid4(),
        payment.user_id,
        told.method_id,
        (told.method_title, payment.consent_text),
        payment.created_at,
    )
    if payment.kind == "top_up":
        return
    live = await subscriptions.live_of(conn, payment.user_id, lock=True)
    if live is None or method_id is None:
        return
    await subscriptions.move(
        conn,
        live,
        now,
        cause="method_saved",
        actor=payment.user_id,
        payment_id=payment.id,
        payment_method_id=method_id,
        auto_renew=True,
    )
