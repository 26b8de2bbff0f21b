"""Gives what was paid for: one period, one change or one lot of credits per payment, never two."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from billing_service.commands.append_period import append_period
from billing_service.commands.close_subscription import close_subscription
from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.commands.switch_plan import switch_plan
from billing_service.domain.calendar import Interval
from billing_service.domain.payments import Payment, bonus_of
from billing_service.domain.subscriptions import KeptFor, Subscription, first_bounds
from billing_service.store import alarms, payments, periods, plans, subscriptions
from shared import outbox
from shared.contracts.billing import TopUpPaid
from shared.db import Connection

ACTOR = "provider"


async def grant_paid(conn: Connection, payment: Payment, now: datetime) -> None:
    """Act on a payment that has just become `succeeded`, in the transaction that marked it."""
    if payment.kind == "top_up":
        await _top_up(conn, payment)
        return
    await _bonus(conn, payment)
    live = await _live(conn, payment, now)
    if payment.kind == "change":
        await _change(conn, payment, live, now)
    elif live is None:
        await _open(conn, payment, now)
    elif live.carry < Decimal(payment.terms.get("carry_used", 0)):
        # Another charge has used the carried money meanwhile: this one is short of it.
        await _keep(conn, payment, live, "carry_used_before", now)
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


async def _bonus(conn: Connection, payment: Payment) -> None:
    """Credits of a promo code last, unlike those of the plan, so they are a lot of their own."""
    extra = bonus_of(payment)
    if extra is None:
        return
    reference, lot = extra
    given = TopUpPaid(
        user_id=payment.user_id,
        payment_id=reference,
        credits=lot,
        amount=Decimal(0),
        currency=payment.currency,
    )
    await outbox.add(conn, given, aggregate_id=payment.user_id)


async def _live(conn: Connection, payment: Payment, now: datetime) -> Subscription | None:
    live = await subscriptions.live_of(conn, payment.user_id, lock=True)
    if live is None or live.status != "suspended":
        return live
    # Time without access is not sold: whoever pays after a suspension starts afresh.
    await close_subscription(conn, live, now, cause="replaced", actor=ACTOR)
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
    period = await append_period(
        conn,
        live,
        payment.terms,
        now,
        actor=ACTOR,
        cause="paid",
        payment_id=payment.id,
        by_itself=payment.kind == "renewal",
    )
    await _tie(conn, payment, live.id, period.number, now)


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
    # The period that the difference was for is over.
    await _keep(conn, payment, live, "change_paid_too_late", now)


async def _keep(
    conn: Connection, payment: Payment, live: Subscription | None, why: KeptFor, now: datetime
) -> None:
    """The money counts for a next charge in the same currency, and a person hears of it."""
    details = {"payment_id": str(payment.id), "amount": str(payment.amount)}
    await alarms.raise_alarm(conn, why, str(payment.id), details, now)
    if live is None:
        return
    plan = await plans.get_any(conn, live.next_plan_id or live.plan_id)
    assert plan is not None  # noqa: S101 - plans with subscribers are never erased
    if plan.currency == payment.currency:
        carry = live.carry + payment.amount
        await subscriptions.move(
            conn, live, now, cause=why, actor=ACTOR, payment_id=payment.id, carry=carry
        )


async def _tie(
    conn: Connection, payment: Payment, subscription_id: UUID, number: int, now: datetime
) -> None:
    await payments.update(
        conn, payment.id, now, subscription_id=subscription_id, period_number=number
    )
