"""Writes down what the provider says about a payment, and acts on it at most once.

Every way by which we hear (our own call, a notice, the reconciler) ends here.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.commands.grant_paid import grant_paid
from billing_service.commands.note_decline import note_decline
from billing_service.commands.retake_promo_code import retake_promo_code
from billing_service.commands.save_method import save_method
from billing_service.commands.tell_payment import tell_decline, tell_payment
from billing_service.domain.payments import OPEN, Payment, check_again_after, mismatch
from billing_service.domain.policy import Policy
from billing_service.domain.provider import ProviderPayment
from billing_service.store import alarms, auto_top_ups, payments, promo_codes, subscriptions
from shared.db import Connection, Database


@dataclass(frozen=True, slots=True)
class Recorded:
    """`mismatch` names what the provider's payment and ours disagree about."""

    payment: Payment
    mismatch: str | None = None


async def record_answer(
    db: Database, payment_id: UUID, told: ProviderPayment, policy: Policy, now: datetime
) -> Recorded:
    """Bring our payment to the state the provider tells; told twice is told once."""

    async def work(conn: Connection) -> Recorded:
        payment = await payments.get(conn, payment_id)
        assert payment is not None  # noqa: S101 - payments are never deleted
        await subscriptions.lock_user(conn, payment.user_id)
        payment = await payments.get(conn, payment_id, lock=True)
        assert payment is not None  # noqa: S101
        wrong = mismatch(payment, told, policy)
        if wrong:
            return Recorded(await _quarantine(conn, payment, told, wrong, now), wrong)
        return Recorded(await _follow(conn, policy, payment, told, now))

    return await db.run(work)


async def _quarantine(
    conn: Connection, payment: Payment, told: ProviderPayment, wrong: str, now: datetime
) -> Payment:
    details = {"payment_id": str(payment.id), "field": wrong, "told": dict(told.raw)}
    await alarms.raise_alarm(conn, "payment_mismatch", told.id, details, now)
    if payment.provider_id not in (None, told.id) or payment.status not in OPEN:
        # Somebody else's object names our payment: ours goes on undisturbed.
        return payment
    return await payments.update(
        conn,
        payment.id,
        now,
        status="quarantined",
        provider_id=told.id,
        provider_status=told.status,
        error=f"mismatch: {wrong}",
        next_check_at=None,
    )


async def _follow(
    conn: Connection, policy: Policy, payment: Payment, told: ProviderPayment, now: datetime
) -> Payment:
    if payment.status in ("succeeded", "canceled"):
        return await _note_registration(conn, payment, told, now)
    changes: dict[str, Any] = {
        "provider_id": told.id,
        "provider_status": told.status,
        "confirmation_url": told.confirmation_url or payment.confirmation_url,
        "receipt_registration": told.receipt_registration,
        "cancel_reason": told.cancel_reason,
        "error": None,
    }
    if told.status == "succeeded":
        changes |= {"status": "succeeded", "paid_at": told.captured_at or now}
        payment = await payments.update(conn, payment.id, now, next_check_at=None, **changes)
        await retake_promo_code(conn, payment, now)
        await grant_paid(conn, payment, now)
        await tell_payment(conn, policy, payment, now)
        await save_method(conn, payment, told, now)
        await _note_automatic(conn, payment, now)
        return payment
    if told.status == "canceled":
        changes |= {"status": "canceled", "next_check_at": None}
        payment = await payments.update(conn, payment.id, now, **changes)
        await promo_codes.give_back(conn, payment.id, now)
        if payment.kind == "renewal":
            live = await note_decline(conn, payment, now)
            await tell_decline(conn, policy, payment, live, now)
        await _note_automatic(conn, payment, now)
        return payment
    # waiting_for_capture cannot happen with capture: true; a person would have to look.
    if told.status not in ("pending", "waiting_for_capture"):
        details = {"status": told.status}
        await alarms.raise_alarm(conn, "unknown_payment_status", told.id, details, now)
    ask_at = now + check_again_after(payment.checks)
    return await payments.update(
        conn, payment.id, now, status="pending", next_check_at=ask_at, **changes
    )


async def _note_automatic(conn: Connection, payment: Payment, now: datetime) -> None:
    if payment.is_automatic_top_up:
        paid = payment.status == "succeeded"
        await auto_top_ups.note_outcome(conn, payment.user_id, now, paid=paid)


async def _note_registration(
    conn: Connection, payment: Payment, told: ProviderPayment, now: datetime
) -> Payment:
    if told.receipt_registration == payment.receipt_registration:
        return payment
    if told.receipt_registration == "canceled":
        details = {"payment_id": str(payment.id)}
        await alarms.raise_alarm(conn, "receipt_not_registered", told.id, details, now)
    return await payments.update(
        conn, payment.id, now, receipt_registration=told.receipt_registration
    )
