"""Charges the saved method for the next period: one intent and one key per attempt."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

import structlog

from billing_service.commands.open_subscription import period_of
from billing_service.commands.send_payment import send_payment
from billing_service.commands.store_intent import Sale, store_intent
from billing_service.domain.payments import Payment, renewal_key, terms_of
from billing_service.domain.policy import Policy
from billing_service.domain.proration import after_carry
from billing_service.domain.provider import (
    Provider,
    ProviderError,
    ProviderRefused,
    ReceiptContactMissing,
)
from billing_service.domain.subscriptions import Subscription, next_bounds, prolonged
from billing_service.store import alarms, methods, payments, periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
BATCH: Final = 100
_AGAIN_AFTER_OWN_FAULT: Final = timedelta(hours=1)


async def renew_due(db: Database, provider: Provider, policy: Policy, now: datetime) -> None:
    """Charge whoever is due. What would meet everybody ends the batch, one user's trouble does not.

    A customer's grace does not grow shorter because our key or our request is wrong.
    """
    async with db.reader() as conn:
        waiting = await subscriptions.renewals_due(conn, now, now + policy.renew_before, BATCH)
    for subscription_id in waiting:
        try:
            await renew_subscription(db, provider, policy, subscription_id, now)
        except ProviderRefused as error:
            await _own_fault(db, policy, subscription_id, error, now)
            if error.is_general:
                return
        except ReceiptContactMissing as error:
            await _own_fault(db, policy, subscription_id, error, now)
        except ProviderError:
            # The intent is stored and the reconciler finds out; the others wait for the provider.
            return
        except Unavailable:
            raise
        except Exception as error:
            log.exception("renewal_failed", subscription=str(subscription_id))
            await _own_fault(db, policy, subscription_id, error, now)


async def renew_subscription(
    db: Database, provider: Provider, policy: Policy, subscription_id: UUID, now: datetime
) -> Payment | None:
    """Charge one subscription; None if it is not due any more or nothing is to be paid."""

    async def decide(conn: Connection) -> Payment | None:
        known = await subscriptions.get(conn, subscription_id)
        if known is None:
            return None
        await subscriptions.lock_user(conn, known.user_id)
        soon = now + policy.renew_before
        live = await subscriptions.still_renewable(conn, subscription_id, now, soon)
        return await _intent(conn, provider, live, now) if live else None

    payment = await db.run(decide)
    if payment is None:
        return None
    return await send_payment(db, provider, policy, payment, now)


async def _intent(
    conn: Connection, provider: Provider, live: Subscription, now: datetime
) -> Payment | None:
    assert live.payment_method_id is not None  # noqa: S101 - part of being renewable
    method = await methods.get(conn, live.payment_method_id)
    plan = await plans.get_any(conn, live.next_plan_id or live.plan_id)
    if method is None or method.provider_id is None or plan is None:
        return None
    charge, used = after_carry(plan.price, live.carry)
    number = live.current_number + 1
    if charge == 0:
        last = await periods.last_of(conn, live.id)
        bounds = next_bounds(last, plan.interval)
        period = period_of(live.id, live.user_id, bounds, terms_of(plan), None)
        await periods.insert(conn, period, now)
        carry = max(live.carry - used, Decimal(0))
        await subscriptions.move(conn, live, now, cause="carry_used", actor="calendar", carry=carry)
        return None
    attempt = 1 + await payments.renewals_tried(conn, live.id, number)
    sale = Sale(
        user_id=live.user_id,
        email="",
        kind="renewal",
        amount=charge,
        currency=plan.currency,
        credits=plan.included_credits,
        description=plan.name_ru or plan.name,
        terms=terms_of(plan, carry_used=str(used)),
        plan_id=plan.id,
        subscription_id=live.id,
        period_number=number,
        attempt_number=attempt,
        idempotence_key=renewal_key(live.id, number, attempt),
        method=(method.id, method.provider_id),
    )
    return await store_intent(conn, provider, sale, now)


async def _own_fault(
    db: Database, policy: Policy, subscription_id: UUID, error: Exception, now: datetime
) -> None:
    """Try again in an hour, in which the grace stands still: but not for ever."""

    async def work(conn: Connection) -> None:
        known = await subscriptions.get(conn, subscription_id)
        assert known is not None  # noqa: S101 - subscriptions are never deleted
        await subscriptions.lock_user(conn, known.user_id)
        live = await subscriptions.get(conn, subscription_id, lock=True)
        assert live is not None  # noqa: S101
        details = {"error": str(error)[:500]}
        await alarms.raise_alarm(conn, "renewals_stopped", now.date().isoformat(), details, now)
        if live.ended_at is None:
            await subscriptions.move(
                conn,
                live,
                now,
                cause="renewal_refused",
                actor="provider",
                next_attempt_at=now + _AGAIN_AFTER_OWN_FAULT,
                grace_until=prolonged(live, policy.grace, _AGAIN_AFTER_OWN_FAULT),
            )

    await db.run(work)
