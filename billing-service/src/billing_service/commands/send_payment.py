"""Sends a stored payment to the provider: the call stands between two short transactions."""

from datetime import datetime, timedelta

from billing_service.commands.record_answer import record_answer
from billing_service.domain.payments import OPEN, Payment, check_again_after
from billing_service.domain.policy import Policy
from billing_service.domain.provider import (
    PaymentIntent,
    Provider,
    ProviderError,
    ProviderRefused,
)
from billing_service.store import methods, payments, promo_codes
from shared.db import Database


async def send_payment(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> Payment:
    """Ask for the payment under its key until the answer is definite; ProviderError otherwise.

    Sending again is safe: key and body are those that were stored. A saved method is not charged
    when the user does not want it any more: the payment stays as it is, and the reconciler closes
    it once it knows that no earlier call went through.
    """
    if not await may_be_sent(db, payment):
        return payment
    intent = await _intent(db, payment)
    try:
        told = await provider.create_payment(intent)
    except ProviderRefused as error:
        await _note(db, payment, error, now, failed=not error.is_busy)
        raise
    except ProviderError as error:
        await _note(db, payment, error, now, failed=False)
        raise
    recorded = await record_answer(db, payment.id, told, policy, now)
    return recorded.payment


async def may_be_sent(db: Database, payment: Payment) -> bool:
    """Between the wish and the call the user may have canceled, or forgotten the card."""
    if payment.payment_method_id is None:
        return True
    async with db.reader() as conn:
        return await payments.is_wanted(conn, payment)


async def _intent(db: Database, payment: Payment) -> PaymentIntent:
    method_id = None
    if payment.payment_method_id:
        async with db.transaction() as conn:
            method = await methods.get(conn, payment.payment_method_id)
        method_id = method.provider_id if method else None
    return PaymentIntent(
        idempotence_key=payment.idempotence_key,
        amount=payment.amount,
        currency=payment.currency,
        description=payment.description,
        return_url=payment.return_url,
        save_payment_method=payment.consent_text is not None,
        payment_method_id=method_id,
        body=payment.request,
    )


async def _note(
    db: Database, payment: Payment, error: ProviderError, now: datetime, *, failed: bool
) -> None:
    async with db.transaction() as conn:
        current = await payments.get(conn, payment.id, lock=True)
        if current is None or current.status not in OPEN or current.provider_id:
            # A notice was faster than our own call: it knows better.
            return
        if failed:
            await payments.update(
                conn, payment.id, now, status="failed", error=str(error)[:500], next_check_at=None
            )
            await promo_codes.give_back(conn, payment.id, now)
            return
        ask_at = now + max(check_again_after(current.checks), timedelta(minutes=1))
        await payments.update(
            conn, payment.id, now, error=type(error).__name__, next_check_at=ask_at
        )
