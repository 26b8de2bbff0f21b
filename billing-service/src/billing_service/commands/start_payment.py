"""Starts the payment of a plan: a first purchase, the next period, or a change to a dearer plan."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from http import HTTPStatus
from typing import Final

from billing_service.commands.apply_promo_code import SLUG, apply_promo_code
from billing_service.commands.begin_gift import begin_gift
from billing_service.commands.close_subscription import close_subscription
from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.commands.redeem_promo_code import redeem_promo_code
from billing_service.commands.reuse_checkout import (
    Wish,
    answered_before,
    given_before,
    reuse_checkout,
)
from billing_service.commands.send_payment import send_payment
from billing_service.commands.store_intent import Sale, store_intent
from billing_service.commands.switch_plan import switch_plan
from billing_service.domain.calendar import boundary
from billing_service.domain.payments import WIRE_STATUS, Payment, terms_of
from billing_service.domain.plans import Plan
from billing_service.domain.policy import Policy
from billing_service.domain.proration import after_carry, price_change
from billing_service.domain.provider import Provider, ProviderError, ProviderRefused
from billing_service.domain.provider_problems import problem_of
from billing_service.domain.subscriptions import Subscription, first_bounds
from billing_service.store import periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import Conflict, Malformed, Unavailable

CONSENT: Final = "recurring-charges-v1"


@dataclass(frozen=True, slots=True)
class Order:
    """Who wants which plan. `save_method` is the payer's consent to later charges."""

    user_id: str
    email: str
    plan_id: str
    return_url: str
    save_method: bool = False
    client_key: str | None = None
    promo_code: str | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """`scheduled`: nothing to pay now, the plan changes with the next period."""

    transaction_id: str | None
    payment_id: str | None
    confirmation_url: str
    status: str


async def start_payment(
    db: Database, provider: Provider | None, policy: Policy, order: Order, now: datetime
) -> Started:
    """Store the intent, then ask the provider where the payer confirms it."""

    async def decide(conn: Connection) -> Payment | Started:
        await subscriptions.lock_user(conn, order.user_id)
        return await _decide(conn, provider, policy, order, now)

    try:
        decided = await db.run(decide)
    except ProviderError as error:
        raise problem_of(error) from error
    if isinstance(decided, Started):
        return decided
    if provider is None:
        raise _no_shop()
    return await _send(db, provider, policy, order, decided, now)


async def _send(
    db: Database,
    provider: Provider,
    policy: Policy,
    order: Order,
    payment: Payment,
    now: datetime,
) -> Started:
    if payment.confirmation_url is None and payment.status in ("created", "sent"):
        try:
            payment = await send_payment(db, provider, policy, payment, now)
        except ProviderRefused as error:
            if error.http_status == HTTPStatus.FORBIDDEN and order.save_method:
                # A shop without recurring charges must still be able to sell once.
                once = replace(order, save_method=False, client_key=None)
                return await start_payment(db, provider, policy, once, now)
            raise problem_of(error) from error
        except ProviderError as error:
            raise problem_of(error) from error
    return Started(
        transaction_id=str(payment.id),
        payment_id=payment.provider_id,
        confirmation_url=payment.confirmation_url or order.return_url,
        status=WIRE_STATUS[payment.status],
    )


def _no_shop() -> Unavailable:
    return Unavailable("Payment system is not configured", slug="payments-not-configured")


async def _decide(
    conn: Connection, provider: Provider | None, policy: Policy, order: Order, now: datetime
) -> Payment | Started:
    # Before anything else: what was asked and answered is not judged by what came of it.
    wish = Wish(order.user_id, order.client_key, order.plan_id, order.promo_code)
    known = await answered_before(conn, wish)
    if known:
        return known
    if await given_before(conn, order.user_id, order.client_key, order.plan_id):
        return Started(None, None, order.return_url, "succeeded")
    plan = await plans.get(conn, order.plan_id)
    live = await subscriptions.live_of(conn, order.user_id, lock=True)
    is_own = live is not None and live.plan_id == order.plan_id
    # Who has a plan that is not sold any more may keep paying for it.
    if plan is None or not (plan.is_active or is_own):
        raise Malformed(f"Plan {order.plan_id} not found", slug="unknown-plan")
    decided = await _price(conn, order, plan, live, now)
    if order.promo_code:
        if isinstance(decided, Started):
            # Raised inside the transaction: what was decided is undone.
            raise Malformed("There is nothing to pay now, so no promo code to use", slug=SLUG)
        decided = await apply_promo_code(conn, decided, order.promo_code, now)
        if decided.amount == 0:
            await begin_gift(conn, decided, live, now)
            return Started(None, None, order.return_url, "succeeded")
    if isinstance(decided, Started):
        return decided
    return await _checkout(conn, provider, policy, order, decided, now)


async def _price(
    conn: Connection, order: Order, plan: Plan, live: Subscription | None, now: datetime
) -> Sale | Started:
    if live is not None and live.status != "suspended":
        return await _for_subscriber(conn, order, plan, live, now)
    if plan.price == 0:
        return await _begin_free(conn, order, plan, live, now)
    return _sale(order, plan, plan.price)


async def _checkout(
    conn: Connection,
    provider: Provider | None,
    policy: Policy,
    order: Order,
    sale: Sale,
    now: datetime,
) -> Payment:
    if provider is None:
        raise _no_shop()
    if not (order.save_method and policy.recurring_enabled):
        sale = replace(sale, consent_text=None)
    known = await reuse_checkout(conn, sale, now)
    if known:
        return known
    payment = await store_intent(conn, provider, sale, now)
    assert payment is not None  # noqa: S101 - the user's lock is held and no open one was found
    await redeem_promo_code(conn, sale, payment.id, now)
    return payment


def _sale(order: Order, plan: Plan, amount: Decimal, **more: object) -> Sale:
    return Sale(
        user_id=order.user_id,
        email=order.email,
        kind="purchase",
        amount=amount,
        currency=plan.currency,
        credits=plan.included_credits,
        description=plan.name_ru or plan.name,
        terms=terms_of(plan, **more),
        plan_id=plan.id,
        return_url=order.return_url,
        consent_text=CONSENT,
        client_key=order.client_key,
    )


async def _begin_free(
    conn: Connection, order: Order, plan: Plan, old: Subscription | None, now: datetime
) -> Started:
    if old is not None:
        await close_subscription(conn, old, now, cause="replaced", actor=order.user_id)
    start = await periods.free_from(conn, order.user_id, now)
    given_at = await periods.last_gift(conn, order.user_id)
    # Leaving and coming back within one period must not make credits out of nothing.
    is_too_soon = given_at is not None and boundary(given_at, plan.interval, 1) > now
    opening = Opening(
        user_id=order.user_id,
        terms=terms_of(plan) | ({"credits": "0"} if is_too_soon else {}),
        bounds=first_bounds(start, plan.interval),
        actor=order.user_id,
        cause="free_plan",
    )
    await open_subscription(conn, opening, now)
    return Started(None, None, order.return_url, "succeeded")


async def _for_subscriber(
    conn: Connection, order: Order, plan: Plan, live: Subscription, now: datetime
) -> Sale | Started:
    is_paid_ahead = await periods.get(conn, live.id, live.current_number + 1) is not None
    if is_paid_ahead:
        raise Conflict("The next period is already paid", slug="paid-ahead")
    current = await periods.get(conn, live.id, live.current_number)
    assert current is not None  # noqa: S101 - a live subscription has its current period
    if plan.currency != current.currency:
        if live.carry:
            raise Conflict("Money is carried over in another currency", slug="other-currency")
        # What is unused cannot be counted against a price in other money.
        return await _schedule(conn, order, plan, live, now)
    if plan.id != live.plan_id and live.status == "active" and now < live.current_period_end:
        change = price_change(current, plan, now)
        if not change.is_upgrade:
            return await _schedule(conn, order, plan, live, now)
        terms = terms_of(plan) | {
            "price": str(change.value),
            "credits": str(change.credits),
            "from_number": live.current_number,
        }
        if change.charge == 0:
            await switch_plan(conn, live, terms, now, actor=order.user_id)
            return Started(None, None, order.return_url, "succeeded")
        sale = _sale(order, plan, change.charge)
        return replace(
            sale, kind="change", terms=terms, credits=change.credits, subscription_id=live.id
        )
    charge, used = after_carry(plan.price, live.carry)
    if charge == 0:
        # A free plan, or the money that is carried over pays the whole period.
        return await _schedule(conn, order, plan, live, now)
    return _sale(order, plan, charge, carry_used=str(used))


async def _schedule(
    conn: Connection, order: Order, plan: Plan, live: Subscription, now: datetime
) -> Started:
    if plan.id != (live.next_plan_id or live.plan_id) or live.cancel_at_period_end:
        await subscriptions.move(
            conn,
            live,
            now,
            cause="change_scheduled",
            actor=order.user_id,
            next_plan_id=None if plan.id == live.plan_id else plan.id,
            cancel_at_period_end=False,
        )
    return Started(None, None, order.return_url, "scheduled")
