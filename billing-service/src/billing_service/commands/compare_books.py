"""Compares our books with the provider's lists: what no notice told us is found here."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from billing_service.commands.find_payment import find_payment
from billing_service.commands.record_answer import record_answer
from billing_service.commands.record_refund import record_refund
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderPayment, ProviderRefund
from billing_service.store import payments, refunds
from shared.db import Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
_PAGES_MAX: Final = 1000


@dataclass(frozen=True, slots=True)
class Compared:
    """How many objects the provider listed, and how many of them told us something new."""

    listed: int
    changed: int


async def compare_books(
    db: Database, provider: Provider, policy: Policy, now: datetime, span: timedelta
) -> Compared:
    """Bring every payment and refund of the last `span` to the provider's state.

    Notices live for a day only; this heals later losses.
    """
    listed = changed = 0
    async for payment in each_of(provider.list_payments, now - span, now):
        listed += 1
        changed += await _or_logged(_compare_payment(db, policy, payment, now), payment.id)
    async for refund in each_of(provider.list_refunds, now - span, now):
        listed += 1
        changed += await _or_logged(_compare_refund(db, refund, now), refund.id)
    return Compared(listed, changed)


async def _or_logged(compare: Awaitable[bool], object_id: str) -> bool:
    """One that cannot be dealt with does not keep the others from being compared."""
    try:
        return await compare
    except Unavailable:
        raise
    except Exception:
        log.exception("not_compared", object=object_id)
        return False


async def each_of(
    read_page: Callable[[datetime, datetime, str | None], Awaitable[Any]],
    since: datetime,
    until: datetime,
) -> AsyncIterator[Any]:
    """Walk one of the provider's lists, page by page."""
    cursor = None
    for _ in range(_PAGES_MAX):
        page = await read_page(since, until, cursor)
        for item in page.items:
            yield item
        cursor = page.next_cursor
        if cursor is None:
            return


async def _compare_payment(
    db: Database, policy: Policy, told: ProviderPayment, now: datetime
) -> bool:
    async with db.transaction() as conn:
        payment_id = await find_payment(conn, told, now)
        if payment_id is None:
            return False
        known = await payments.get(conn, payment_id)
    assert known is not None  # noqa: S101 - payments are never deleted
    same = known.provider_id == told.id and known.status == told.status
    if same and known.receipt_registration == told.receipt_registration:
        return False
    recorded = (await record_answer(db, payment_id, told, policy, now)).payment
    return recorded.status != known.status


async def _compare_refund(db: Database, told: ProviderRefund, now: datetime) -> bool:
    async with db.reader() as conn:
        known = await refunds.by_provider_id(conn, told.id)
    if known is not None and known.status == told.status:
        return False
    await record_refund(db, told, now)
    return True
