"""Writes down what the provider says about a refund, ours or one made in its cabinet."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import uuid4

import msgspec

from billing_service.commands.end_subscription import end_subscription
from billing_service.domain.payments import Payment, bonus_of
from billing_service.domain.proration import ZERO
from billing_service.domain.provider import ProviderRefund
from billing_service.domain.refunds import Refund, credits_going_back
from billing_service.domain.subscriptions import Period, Subscription, credits_end
from billing_service.store import alarms, payments, periods, refunds, subscriptions
from shared import outbox
from shared.contracts.billing import RefundSucceeded
from shared.db import Connection, Database

_ASK_AGAIN: Final = timedelta(minutes=15)


async def record_refund(db: Database, told: ProviderRefund, now: datetime) -> tuple[str, str]:
    """Bring our refund to the provider's state; return (notice status, why)."""

    async def work(conn: Connection) -> tuple[str, str]:
        payment = await payments.by_provider_id(conn, told.payment_id)
        if payment is None:
            await alarms.raise_alarm(
                conn, "refund_without_payment", told.id, {"payment": told.payment_id}, now
            )
            return "quarantined", "no payment of ours"
        await subscriptions.lock_user(conn, payment.user_id)
        locked = await payments.get(conn, payment.id, lock=True)
        assert locked is not None  # noqa: S101 - payments are never deleted
        return await _follow(conn, locked, told, now)

    return await db.run(work)


async def _follow(
    conn: Connection, payment: Payment, told: ProviderRefund, now: datetime
) -> tuple[str, str]:
    refund = await _ours(conn, payment, told, now)
    if refund.status in ("succeeded", "canceled"):
        return "applied", refund.status
    wrong = _mismatch(payment, refund, told)
    if wrong:
        details = {"payment_id": str(payment.id), "field": wrong, "told": dict(told.raw)}
        await alarms.raise_alarm(conn, "refund_mismatch", told.id, details, now)
        return "quarantined", f"mismatch: {wrong}"
    changes: dict[str, Any] = {"provider_id": told.id, "cancel_reason": told.cancel_reason}
    if told.status == "succeeded":
        await refunds.update(
            conn,
            refund.id,
            now,
            status="succeeded",
            succeeded_at=now,
            next_check_at=None,
            **changes,
        )
        await _take_back(conn, payment, refund, now)
    elif told.status == "canceled":
        await refunds.update(conn, refund.id, now, status="canceled", next_check_at=None, **changes)
        details = {"reason": told.cancel_reason or ""}
        await alarms.raise_alarm(conn, "refund_canceled", told.id, details, now)
    else:
        if refund.origin == "admin":
            changes["status"] = "pending"
        await refunds.update(conn, refund.id, now, next_check_at=now + _ASK_AGAIN, **changes)
    return "applied", told.status


async def _ours(conn: Connection, payment: Payment, told: ProviderRefund, now: datetime) -> Refund:
    known = await refunds.by_provider_id(conn, told.id)
    if known:
        return known
    waiting = await refunds.open_of(conn, payment.id)
    if waiting and waiting.provider_id is None and waiting.amount == told.amount:
        # The provider's notice was faster than its answer to our own call.
        return waiting
    new = Refund(
        id=uuid4(),
        payment_id=payment.id,
        amount=told.amount,
        currency=told.currency,
        origin="provider",
        reason="made in the provider's cabinet",
        actor="provider",
        idempotence_key=None,
        request=None,
        client_key=None,
        # One open refund per payment is a rule for ours; the cabinet's is merely written down.
        status="failed",
        provider_id=told.id,
        cancel_reason=None,
        error=None,
        next_check_at=None,
        checks=0,
        succeeded_at=None,
        created_at=now,
        updated_at=now,
    )
    await refunds.insert(conn, new)
    return new


def _mismatch(payment: Payment, refund: Refund, told: ProviderRefund) -> str | None:
    if told.currency != payment.currency:
        return "currency"
    if told.amount != refund.amount:
        return "amount"
    if payment.status != "succeeded" or payment.refunded_amount + told.amount > payment.amount:
        return "payment"
    return None


async def _take_back(conn: Connection, payment: Payment, refund: Refund, now: datetime) -> None:
    total = payment.refunded_amount + refund.amount
    period = await periods.paid_by(conn, payment.id)
    share = credits_going_back(payment.credits, payment.amount, payment.refunded_amount, total)
    is_given = payment.kind == "top_up" or (period is not None and period.begun_at is not None)
    fact = RefundSucceeded(
        user_id=payment.user_id,
        refund_id=str(refund.id),
        payment_id=str(payment.id),
        # Credits that have not been given yet are not taken back: there will be fewer of them.
        credits=share if is_given else Decimal(0),
        amount=refund.amount,
        currency=refund.currency,
    )
    await outbox.add(conn, fact, aggregate_id=payment.user_id)
    bonus = bonus_of(payment)
    if bonus:
        reference, lot = bonus
        bonus_share = credits_going_back(lot, payment.amount, payment.refunded_amount, total)
        extra = msgspec.structs.replace(
            fact,
            refund_id=f"{refund.id}/promo",
            payment_id=reference,
            credits=bonus_share,
            amount=Decimal(0),
        )
        await outbox.add(conn, extra, aggregate_id=payment.user_id)
    payment = await payments.update(conn, payment.id, now, refunded_amount=total)
    live = await subscriptions.live_of(conn, payment.user_id, lock=True)
    if live is None or payment.kind == "top_up":
        return
    if await subscriptions.has_kept(conn, live.id, payment.id):
        await _uncarry(conn, live, payment, refund, now)
    elif period is not None and period.subscription_id == live.id:
        is_whole = total == payment.amount
        if period.number < live.current_number:
            await _lower_heir(conn, live, period, refund)
        elif not (is_whole and await _revoke(conn, live, period, refund.actor, now)):
            await periods.lower(conn, period.id, refund.amount, share)


async def _uncarry(
    conn: Connection, live: Subscription, payment: Payment, refund: Refund, now: datetime
) -> None:
    # A charge that is under way is short of it already.
    free = max(live.carry - await payments.carry_counted_on(conn, live.id), ZERO)
    taken = min(refund.amount, free)
    if taken < refund.amount:
        details = {"payment_id": str(payment.id), "missing": str(refund.amount - taken)}
        await alarms.raise_alarm(conn, "refund_of_used_carry", str(refund.id), details, now)
    await subscriptions.move(
        conn,
        live,
        now,
        cause="carry_refunded",
        actor=refund.actor,
        payment_id=payment.id,
        carry=live.carry - taken,
    )


async def _lower_heir(conn: Connection, live: Subscription, past: Period, refund: Refund) -> None:
    """A past period is history, but for what a change of plan put of it into the running one."""
    begun = [p for p in await periods.begun_of(conn, live.id) if p.number >= past.number]
    current = next(period for period in begun if period.number == live.current_number)
    if all(period.ends_at < credits_end(period) for period in begun if period is not current):
        paid = await payments.get(conn, current.payment_id) if current.payment_id else None
        inherited = current.price - (paid.amount - paid.refunded_amount if paid else 0)
        await periods.lower(conn, current.id, min(refund.amount, max(inherited, ZERO)), ZERO)


async def _revoke(
    conn: Connection, live: Subscription, period: Period, actor: str, now: datetime
) -> bool:
    """A plan whose money went back whole ends now; False if its period will run all the same."""
    if period.number == live.current_number:
        await end_subscription(
            conn,
            live,
            now,
            status="revoked",
            cause="refunded",
            actor=actor,
            payment_id=period.payment_id,
        )
        return True
    if period.number == (await periods.last_of(conn, live.id)).number:
        await periods.drop(conn, period.id)
        return True
    details = {"payment_id": str(period.payment_id)}
    await alarms.raise_alarm(conn, "refund_in_the_middle", str(period.payment_id), details, now)
    return False
