"""Sends a stored refund under its key, and writes the answer down."""

from datetime import datetime, timedelta
from typing import Any

from billing_service.commands.record_refund import record_refund
from billing_service.domain.payments import key_lives
from billing_service.domain.provider import (
    Provider,
    ProviderError,
    ProviderRefused,
    RefundIntent,
)
from billing_service.domain.refunds import Refund
from billing_service.store import payments, refunds
from shared.db import Database


async def send_refund(db: Database, provider: Provider, refund: Refund, now: datetime) -> Refund:
    """Sending again is safe while the key lives: key and body are those that were stored."""
    if not key_lives(refund.created_at, now):
        return refund
    async with db.reader() as conn:
        payment = await payments.get(conn, refund.payment_id)
    assert payment is not None  # noqa: S101 - a reference of the table
    intent = RefundIntent(
        idempotence_key=refund.idempotence_key or "",
        payment_id=payment.provider_id or "",
        amount=refund.amount,
        currency=refund.currency,
        body=refund.request or b"",
    )
    try:
        told = await provider.create_refund(intent)
    except ProviderRefused as error:
        await _note(db, refund, error, now, failed=not error.is_busy)
        raise
    except ProviderError as error:
        await _note(db, refund, error, now, failed=False)
        raise
    await record_refund(db, told, now)
    async with db.reader() as conn:
        recorded = await refunds.get(conn, refund.id)
    assert recorded is not None  # noqa: S101 - refunds are never deleted
    return recorded


async def _note(
    db: Database, refund: Refund, error: ProviderError, now: datetime, *, failed: bool
) -> None:
    async with db.transaction() as conn:
        current = await refunds.get(conn, refund.id, lock=True)
        if current is None or current.status != "sent":
            return
        changes: dict[str, Any]
        if failed:
            changes = {"status": "failed", "error": str(error)[:500], "next_check_at": None}
        else:
            changes = {"error": type(error).__name__, "next_check_at": now + timedelta(minutes=1)}
        await refunds.update(conn, refund.id, now, **changes)
