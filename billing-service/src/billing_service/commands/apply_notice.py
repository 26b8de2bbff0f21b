"""Acts on a notice: reads the object again from the provider and believes only that."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from billing_service.commands.find_payment import find_payment
from billing_service.commands.record_answer import record_answer
from billing_service.commands.record_binding import record_binding
from billing_service.commands.record_refund import record_refund
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderError, ProviderRefused
from billing_service.store import bindings, notices
from billing_service.store.notices import Notice
from shared.db import Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
# The worker that took a notice has this long before another may take it.
_LEASE: Final = timedelta(minutes=2)
_RETRY_MAX: Final = timedelta(minutes=15)


async def apply_notice(db: Database, provider: Provider, policy: Policy, now: datetime) -> bool:
    """Apply the notice that waits longest; False if none waits."""
    async with db.transaction() as conn:
        notice = await notices.claim(conn, now, now + _LEASE)
    if notice is None:
        return False
    try:
        status, outcome = await judge_notice(db, provider, policy, notice, now)
    except Unavailable:
        raise
    except Exception as error:
        if not isinstance(error, ProviderError):
            # One that cannot be dealt with keeps no other waiting.
            log.exception("notice_not_applied", notice=notice.id)
        await _later(db, notice, error, now)
        return True
    async with db.transaction() as conn:
        await notices.close(conn, notice, status, outcome, now)
    return True


async def judge_notice(
    db: Database, provider: Provider, policy: Policy, notice: Notice, now: datetime
) -> tuple[str, str]:
    """Return the notice's final status and why, after doing what the provider confirms."""
    try:
        if notice.event.startswith("refund."):
            refund = await provider.get_refund(notice.object_id)
            return await record_refund(db, refund, now)
        if notice.event == "payment_method.active":
            return await _bound(db, provider, policy, notice.object_id, now)
        told = await provider.get_payment(notice.object_id)
    except ProviderRefused as error:
        if error.http_status in (400, 404):
            # Forged, or of another shop.
            return "quarantined", "the provider knows no such object"
        raise
    async with db.transaction() as conn:
        payment_id = await find_payment(conn, told, now)
    if payment_id is None:
        return "quarantined", "no payment of ours"
    recorded = await record_answer(db, payment_id, told, policy, now)
    if recorded.mismatch:
        return "quarantined", f"mismatch: {recorded.mismatch}"
    return "applied", recorded.payment.status


async def _bound(
    db: Database, provider: Provider, policy: Policy, method_id: str, now: datetime
) -> tuple[str, str]:
    async with db.reader() as conn:
        known = await bindings.by_provider_id(conn, method_id)
    if known is None:
        return "ignored", "no binding of ours"
    told = await provider.get_method(method_id)
    return "applied", (await record_binding(db, policy, known.id, told, now)).status


async def _later(db: Database, notice: Notice, error: Exception, now: datetime) -> None:
    pause = min(timedelta(seconds=2**notice.attempts), _RETRY_MAX)
    async with db.transaction() as conn:
        await notices.put_off(conn, notice, type(error).__name__, now + pause)
