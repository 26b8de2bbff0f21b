"""Does what choosing a plan means now; where it is to be paid, a checkout is opened."""

from dataclasses import dataclass
from datetime import datetime

from billing_service.commands.begin_free_plan import begin_free_plan
from billing_service.commands.checkout import Outcome, Started, checkout
from billing_service.commands.reuse_checkout import Wish
from billing_service.commands.schedule_plan import schedule_plan
from billing_service.commands.store_intent import Sale
from billing_service.commands.switch_plan import switch_plan
from billing_service.domain.offers import (
    BeginFree,
    Offer,
    Pay,
    Schedule,
    SwitchNow,
    offer_to_newcomer,
    offer_to_subscriber,
)
from billing_service.domain.plans import Plan
from billing_service.domain.policy import Policy
from billing_service.domain.provider import Provider
from billing_service.domain.subscriptions import Subscription
from billing_service.store import periods, plans, subscriptions
from shared.db import Connection, Database
from shared.problems import Conflict, Malformed


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


async def start_payment(
    db: Database, provider: Provider | None, policy: Policy, order: Order, now: datetime
) -> Started:
    """Begin, change, schedule or sell the plan: a purchase, the next period or a change."""
    wish = Wish(
        user_id=order.user_id,
        return_url=order.return_url,
        plan_id=order.plan_id,
        save_method=order.save_method,
        client_key=order.client_key,
        promo_code=order.promo_code,
    )

    async def choose(conn: Connection) -> Sale | Outcome:
        return await _choose(conn, order, now)

    return await checkout(db, provider, policy, wish, choose, now)


async def _choose(conn: Connection, order: Order, now: datetime) -> Sale | Outcome:
    plan = await plans.get(conn, order.plan_id)
    live = await subscriptions.live_of(conn, order.user_id, lock=True)
    is_own = live is not None and live.plan_id == order.plan_id
    # Who has a plan that is not sold any more may keep paying for it.
    if plan is None or not (plan.is_active or is_own):
        raise Malformed(f"Plan {order.plan_id} not found", slug="unknown-plan")
    match await _offer(conn, plan, live, now):
        case Pay() as offer:
            return _sale(order, plan, offer)
        case BeginFree():
            await begin_free_plan(conn, order.user_id, plan, live, now)
            return "succeeded"
        case SwitchNow(running, terms):
            await switch_plan(conn, running, terms, now, actor=order.user_id)
            return "succeeded"
        case Schedule(running):
            await schedule_plan(conn, running, plan, now)
            return "scheduled"


async def _offer(conn: Connection, plan: Plan, live: Subscription | None, now: datetime) -> Offer:
    if live is None or live.status == "suspended":
        return offer_to_newcomer(plan)
    if await periods.get(conn, live.id, live.current_number + 1):
        raise Conflict("The next period is already paid", slug="paid-ahead")
    current = await periods.get(conn, live.id, live.current_number)
    assert current is not None  # noqa: S101 - a live subscription has its current period
    return offer_to_subscriber(plan, live, current, now)


def _sale(order: Order, plan: Plan, offer: Pay) -> Sale:
    return Sale(
        user_id=order.user_id,
        email=order.email,
        kind=offer.kind,
        amount=offer.amount,
        currency=plan.currency,
        credits=offer.credits,
        description=plan.name_ru or plan.name,
        terms=offer.terms,
        plan_id=plan.id,
        subscription_id=offer.subscription_id,
    )
