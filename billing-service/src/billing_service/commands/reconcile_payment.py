"""Finds out what became of payments that we have no answer about."""

from datetime import datetime, timedelta
from typing import Final

from billing_service.commands.ask_again import ask_again
from billing_service.commands.compare_books import each_of
from billing_service.commands.fail_payment import fail_payment
from billing_service.commands.record_answer import record_answer
from billing_service.commands.send_payment import may_be_sent, send_payment
from billing_service.domain.payments import KEY_LIVES, Payment
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderRefused
from shared.db import Database

_LOOK_AROUND: Final = timedelta(hours=1)


async def reconcile_payment(
    db: Database, provider: Provider, policy: Policy, now: datetime
) -> bool:
    """Ask about the payment that waits longest; False if none waits.

    Known to the provider: read it. Not known: send the same again under the same key. Older than
    the key lives, or not wanted any more: look for it in the provider's list.
    """

    async def ask(payment: Payment) -> None:
        await _ask(db, provider, policy, payment, now)

    return await ask_again(db, Payment, ask, now)


async def _ask(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> None:
    if payment.provider_id:
        told = await provider.get_payment(payment.provider_id)
        await record_answer(db, payment.id, told, policy, now)
    elif await may_be_sent(db, payment, now):
        try:
            await send_payment(db, provider, policy, payment, now)
        except ProviderRefused:
            return
    else:
        await _search(db, provider, policy, payment, now)


async def _search(
    db: Database, provider: Provider, policy: Policy, payment: Payment, now: datetime
) -> None:
    since, until = payment.created_at - _LOOK_AROUND, payment.created_at + KEY_LIVES + _LOOK_AROUND
    async for told in each_of(provider.list_payments, since, until):
        if told.metadata.get("transaction_id") == str(payment.id):
            await record_answer(db, payment.id, told, policy, now)
            return
    async with db.transaction() as conn:
        await fail_payment(conn, payment, "never reached", now)
