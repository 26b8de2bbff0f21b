"""Gives what was paid for: one period, one change or one lot of credits per payment, never two."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from billing_service.commands.begin_period import begin_period
from billing_service.commands.open_subscription import Opening, open_subscription, period_of
from billing_service.commands.switch_plan import switch_plan
from billing_service.domain.calendar import Interval
from billing_service.domain.payments import Payment
from billing_service.domain.subscriptions import Subscription, first_bounds, next_bounds
from billing_service.store import alarms, payments, periods, subscriptions
from shared import outbox
from shared.contracts.billing import TopUpPaid
from shared.db import Connection

ACTOR = "provider"


async def grant_paid(conn: Connection, payment: Payment, now: datetime) -> None:
    """Act on a payment that has just become `succeeded`, in the transaction that marked it."""
    if payment.kind == "top_up":
        await _top_up(conn, payment)
        return
    live = await _live(conn, payment, now)
    if payment.kind == "change":
        await _change(conn, payment, live, now)
    elif live is None:
        await _open(conn, payment, now)
    else:
        await _append(conn, payment, live, now)


async def _top_up(conn: Connection, payment: Payment) -> None:
    paid = TopUpPaid(
        user_id=payment.user_id,
        payment_id=str(payment.id),
        credits=payment.credits,
        amount=payment.amount,
        currency=payment.currency,
    )
    await outbox.add(conn, paid, aggregate_id=payment.user_id)


async def _live(conn: Connection, payment: Payment, now: datetime) -> Subscription | None:
    live = await subscriptions.live_of(conn, payment.user_id, lock=True)
    if live is None or live.status != "suspended":
        return live
    # Time without access is not sold: whoever pays after a suspension starts afresh.
    await subscriptions.move(
        conn, live, now, cause="replaced", actor=ACTOR, status="canceled", ended_at=now
    )
    return None


async def _open(conn: Connection, payment: Payment, now: datetime) -> None:
    interval: Interval = payment.terms["interval"]
    start = await periods.free_from(conn, payment.user_id, now)
    opening = Opening(
        user_id=payment.user_id,
        terms=payment.terms,
        bounds=first_bounds(start, interval),
        payment_id=payment.id,
        actor=ACTOR,
    )
    new = await open_subscription(conn, opening, now)
    await _tie(conn, payment, new.id, 1, now)


async def _append(conn: Connection, payment: Payment, live: Subscription, now: datetime) -> None:
    """Put the paid period behind the last one, whatever happened since the payment began."""
    last = await periods.last_of(conn, live.id)
    bounds = next_bounds(last, payment.terms["interval"])
    period = period_of(live.id, live.user_id, bounds, payment.terms, payment.id)
    await periods.insert(conn, period, now)
    await _tie(conn, payment, live.id, period.number, now)
    used = Decimal(payment.terms.get("carry_used", 0))
    live = await subscriptions.move(
        conn,
        live,
        now,
        cause="paid",
        actor=ACTOR,
        payment_id=payment.id,
        cancel_at_period_end=False,
        carry=max(live.carry - used, Decimal(0)),
    )
    if period.starts_at <= now and period.number == live.current_number + 1:
        await begin_period(conn, live, period, now, cause="renewed", actor=ACTOR)


async def _change(
    conn: Connection, payment: Payment, live: Subscription | None, now: datetime
) -> None:
    terms = payment.terms
    fits = (
        live is not None
        and live.id == payment.subscription_id
        and live.status == "active"
        and live.current_number == terms["from_number"]
        and live.current_period_end > now
        and await periods.get(conn, live.id, live.current_number + 1) is None
    )
    if live is not None and fits:
        moved = await switch_plan(conn, live, terms, now, actor=ACTOR, payment_id=payment.id)
        await _tie(conn, payment, live.id, moved.current_number, now)
        return
    # The period that the difference was for is over: the money counts for the next charge.
    details = {"payment_id": str(payment.id), "amount": str(payment.amount)}
    await alarms.raise_alarm(conn, "change_paid_too_late", str(payment.id), details, now)
    if live is not None:
        await subscriptions.move(
            conn,
            live,
            now,
            cause="change_paid_too_late",
            actor=ACTOR,
            payment_id=payment.id,
            carry=live.carry + payment.amount,
        )


async def _tie(
    conn: Connection, payment: Payment, subscription_id: UUID, number: int, now: datetime
) -> None:
    await payments.update(
        conn, payment.id, now, subscription_id=subscription_id, period_number=number
    )
