"""A user's live subscription, its current period and what of it is used."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from billing_service.domain.plans import Plan
from billing_service.domain.subscriptions import WITH_ACCESS, Period, Subscription
from billing_service.domain.usage import METRICS, metric_of
from billing_service.store import periods, plans, subscriptions, usage
from shared.db import Connection, Database

_WITHOUT_PERIOD: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Own:
    """`paid_with` is the provider's id of the payment behind the current period."""

    subscription: Subscription
    plan: Plan
    period: Period
    paid_with: str | None


async def own_subscription(db: Database, user_id: str) -> Own | None:
    """The live one; a suspended one too, so that the user sees why access is gone."""
    async with db.reader() as conn:
        return await _own(conn, user_id)


async def _own(conn: Connection, user_id: str) -> Own | None:
    live = await subscriptions.live_of(conn, user_id)
    if live is None:
        return None
    plan = await plans.get_any(conn, live.plan_id)
    period = await periods.get(conn, live.id, live.current_number)
    assert plan is not None and period is not None  # noqa: S101, PT018 - references of the table
    return Own(live, plan, period, await subscriptions.paid_with(conn, live.id))


@dataclass(frozen=True, slots=True)
class Used:
    """By metric: what is used, and the limit where there is one."""

    current: dict[str, int]
    limits: dict[str, int]


async def own_usage(db: Database, user_id: str, now: datetime) -> Used:
    """Of the current period; without a subscription that of the last 30 days, unlimited."""
    async with db.reader() as conn:
        own = await _own(conn, user_id)
        if own is None or own.subscription.status not in WITH_ACCESS:
            counts = await usage.since(conn, user_id, now - _WITHOUT_PERIOD)
            return Used({metric: metric_of(counts, metric) for metric in METRICS}, {})
        counts = await usage.in_period(conn, user_id, str(own.period.id))
        current = {metric: metric_of(counts, metric) for metric in METRICS}
        return Used(current, own.period.quotas or {})
