"""Finds out what became of refunds that we have no final answer about."""

from datetime import datetime, timedelta
from typing import Final

from billing_service.commands.ask_again import ask_again
from billing_service.commands.compare_books import each_of
from billing_service.commands.record_refund import record_refund
from billing_service.commands.send_refund import send_refund
from billing_service.domain.payments import KEY_LIVES, key_lives
from billing_service.domain.provider import Provider
from billing_service.domain.refunds import Refund
from billing_service.store import alarms, payments, refunds
from shared.db import Database

_LOOK_AROUND: Final = timedelta(hours=1)


async def reconcile_refund(db: Database, provider: Provider, now: datetime) -> bool:
    """Ask about the refund that waits longest; False if none waits."""

    async def ask(refund: Refund) -> None:
        await _ask(db, provider, refund, now)

    return await ask_again(db, Refund, ask, now)


async def _ask(db: Database, provider: Provider, refund: Refund, now: datetime) -> None:
    if refund.provider_id:
        await record_refund(db, await provider.get_refund(refund.provider_id), now)
    elif key_lives(refund.created_at, now):
        await send_refund(db, provider, refund, now)
    else:
        # The key is about to become a new refund: look for what it did instead.
        await _search(db, provider, refund, now)


async def _search(db: Database, provider: Provider, refund: Refund, now: datetime) -> None:
    async with db.reader() as conn:
        payment = await payments.get(conn, refund.payment_id)
    assert payment is not None  # noqa: S101 - a reference of the table
    since, until = refund.created_at - _LOOK_AROUND, refund.created_at + KEY_LIVES + _LOOK_AROUND
    async for told in each_of(provider.list_refunds, since, until):
        if told.payment_id == payment.provider_id and told.amount == refund.amount:
            await record_refund(db, told, now)
    async with db.transaction() as conn:
        current = await refunds.get(conn, refund.id, lock=True)
        if current is None or current.provider_id:
            return
        await refunds.update(
            conn, refund.id, now, status="failed", error="never reached", next_check_at=None
        )
        details = {"payment_id": str(refund.payment_id)}
        await alarms.raise_alarm(conn, "refund_unanswered", str(refund.id), details, now)
