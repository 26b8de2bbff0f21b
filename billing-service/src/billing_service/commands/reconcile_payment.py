"""Finds out what became of payments that we have no answer about."""

from datetime import datetime, timedelta
from typing import Final

from billing_service.commands.compare_books import each_of
from billing_service.commands.record_answer import record_answer
from billing_service.commands.send_payment import send_payment
from billing_service.domain.payments import KEY_LIVES, Payment, check_again_after
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError, ProviderRefused
from billing_service.store import methods, payments, promo_codes
from shared.db import Database

_LOOK_AROUND: Final = timedelta(hours=1)


async def reconcile_payment(
    db: Database, provider: Provider, policy: Policy, now: datetime
) -> bool:
    """Ask about the payment that waits longest; False if none waits.

    Known to the provider: read it. Not known: send the same again under the same key. Older than
    the key lives: look for it in the provider's list, since the same key would pay twice.
    """
    async with db.transaction() as conn:
        payment = await payments.claim_to_check(conn, now, now + timedelta(minutes=2))
    if payment is None:
        return False
    try:
        await _ask(db, provider, policy, payment, now)
    except ProviderError:
        async with db.transaction() as conn:
            current = await payments.get(conn, payment.id, lock=True)
            if current and current.next_check_at is not None:
                again = now + check_again_after(payment.checks)
                await payments.update(conn, payment.id, now, next_check_at=again)
    return True


async def _ask(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> None:
    if payment.provider_id:
        told = await provider.get_payment(payment.provider_id)
        await record_answer(db, payment.id, told, policy, now)
    elif now - payment.created_at < KEY_LIVES and await _may_be_sent(db, payment):
        try:
            await send_payment(db, provider, policy, payment, now)
        except ProviderRefused:
            return
    else:
        await _search(db, provider, policy, payment, now)


async def _may_be_sent(db: Database, payment: Payment) -> bool:
    """A method that was unlinked meanwhile is not charged, though the wish is older."""
    if payment.payment_method_id is None:
        return True
    async with db.transaction() as conn:
        return await methods.get(conn, payment.payment_method_id) is not None


async def _search(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> None:
    since, until = payment.created_at - _LOOK_AROUND, payment.created_at + KEY_LIVES + _LOOK_AROUND
    async for told in each_of(provider.list_payments, since, until):
        if told.metadata.get("transaction_id") == str(payment.id):
            await record_answer(db, payment.id, told, policy, now)
            return
    async with db.transaction() as conn:
        await payments.update(
            conn, payment.id, now, status="failed", error="never reached", next_check_at=None
        )
        await promo_codes.give_back(conn, payment.id, now)
