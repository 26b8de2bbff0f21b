"""Compares our books with the provider's lists: what no notice told us is found here."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from billing_service.commands.apply_notice import find_payment
from billing_service.commands.record_answer import record_answer
from billing_service.commands.record_refund import record_refund
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider, ProviderPayment, ProviderRefund
from billing_service.store import alarms, payments, refunds
from shared.db import Database

_PAGES_MAX: Final = 1000


async def compare_books(
    db: Database, provider: Provider, policy: Policy, now: datetime, span: timedelta
) -> int:
    """Bring every payment and refund of the last `span` to the provider's state.

    Return how many the provider listed. Notices live for a day only; this heals later losses.
    """

    async def payment(told: ProviderPayment) -> None:
        await _compare_payment(db, policy, told, now)

    async def refund(told: ProviderRefund) -> None:
        async with db.reader() as conn:
            known = await refunds.by_provider_id(conn, told.id)
        if known is None or known.status != told.status:
            await record_refund(db, told, now)

    seen = await _each_payment(provider, now - span, now, payment)
    return seen + await _each_refund(provider, now - span, now, refund)


async def _each_payment(
    provider: Provider,
    since: datetime,
    until: datetime,
    act: Callable[[ProviderPayment], Awaitable[None]],
) -> int:
    seen, cursor = 0, None
    for _ in range(_PAGES_MAX):
        page = await provider.list_payments(since, until, cursor)
        for told in page.items:
            await act(told)
            seen += 1
        cursor = page.next_cursor
        if cursor is None:
            break
    return seen


async def _each_refund(
    provider: Provider,
    since: datetime,
    until: datetime,
    act: Callable[[ProviderRefund], Awaitable[None]],
) -> int:
    seen, cursor = 0, None
    for _ in range(_PAGES_MAX):
        page = await provider.list_refunds(since, until, cursor)
        for told in page.items:
            await act(told)
            seen += 1
        cursor = page.next_cursor
        if cursor is None:
            break
    return seen


async def _compare_payment(
    db: Database, policy: Policy, told: ProviderPayment, now: datetime
) -> None:
    async with db.transaction() as conn:
        payment_id = await find_payment(conn, told)
        if payment_id is None:
            if told.status == "succeeded":
                details = {"amount": str(told.amount), "currency": told.currency}
                await alarms.raise_alarm(conn, "payment_without_intent", told.id, details, now)
            return
        known = await payments.get(conn, payment_id)
    assert known is not None  # noqa: S101 - payments are never deleted
    same = known.provider_id == told.id and known.status == told.status
    if not same or known.receipt_registration != told.receipt_registration:
        await record_answer(db, payment_id, told, policy, now)
