"""Sends a stored payment to the provider: the call stands between two short transactions."""

from datetime import datetime, timedelta

from billing_service.commands.fail_payment import fail_payment
from billing_service.commands.record_answer import record_answer
from billing_service.domain.payments import Payment, check_again_after, key_lives
from billing_service.domain.policy import Policy
from billing_service.domain.provider import (
    PaymentIntent,
    Provider,
    ProviderError,
    ProviderRefused,
)
from billing_service.store import auto_top_ups, methods, payments
from shared.db import Database


async def send_payment(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> Payment:
    """Ask for the payment under its key until the answer is definite; ProviderError otherwise.

    Sending again is safe: key and body are those that were stored. What may not be sent any more
    stays as it is, and the reconciler closes it once it knows that no earlier call went through.
    """
    if not await may_be_sent(db, payment, now):
        return payment
    intent = await _intent(db, payment)
    try:
        told = await provider.create_payment(intent)
    except ProviderRefused as error:
        await (_wait if error.is_busy else _give_up)(db, payment, error, now)
        raise
    except ProviderError as error:
        await _wait(db, payment, error, now)
        raise
    recorded = await record_answer(db, payment.id, told, policy, now)
    return recorded.payment


async def may_be_sent(db: Database, payment: Payment, now: datetime) -> bool:
    """Say whether the key still stands for one payment, and a saved method is to be charged.

    Between the wish and the call the user may have canceled, paid, or forgotten the card.
    """
    if not key_lives(payment.created_at, now):
        return False
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


async def _give_up(db: Database, payment: Payment, error: ProviderRefused, now: datetime) -> None:
    async with db.transaction() as conn:
        failed = await fail_payment(conn, payment, str(error)[:500], now)
        if failed is None or not failed.is_automatic_top_up:
            return
        if error.is_general:
            await auto_top_ups.put_off(conn, payment.user_id, now)
        else:
            await auto_top_ups.note_outcome(conn, payment.user_id, now, paid=False)


async def _wait(db: Database, payment: Payment, error: ProviderError, now: datetime) -> None:
    async with db.transaction() as conn:
        current = await payments.lock_unanswered(conn, payment.id)
        if current is None:
            return
        ask_at = now + max(check_again_after(current.checks), timedelta(minutes=1))
        await payments.update(
            conn, payment.id, now, error=type(error).__name__, next_check_at=ask_at
        )
