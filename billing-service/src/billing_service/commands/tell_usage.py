"""Notes that a user is to be told of a quota that runs out, or of credits that do."""

from datetime import datetime
from decimal import Decimal

from billing_service.domain.mails import SETTLES_WITHIN, fell_below, step_reached
from billing_service.domain.policy import Policy
from billing_service.domain.subscriptions import Period
from billing_service.domain.usage import METRICS, metric_of
from billing_service.store import mails, usage
from shared.db import Connection


async def tell_usage(conn: Connection, policy: Policy, period: Period, now: datetime) -> None:
    """Tell of the highest step that is reached, once per period, metric and step."""
    limits = {name: limit for name, limit in (period.quotas or {}).items() if name in METRICS}
    if not policy.mails_enabled or not limits:
        return
    counts = await usage.in_period(conn, period.user_id, str(period.id))
    for metric, limit in limits.items():
        used = metric_of(counts, metric)
        step = step_reached(used, limit)
        if step is not None:
            facts = {
                "metric": metric,
                "step": step,
                "used": used,
                "limit": limit,
                "ends_at": period.ends_at.isoformat(),
            }
            subject = f"{period.id}/{metric}/{step}"
            await mails.add(conn, period.user_id, "quota", subject, facts, now)


async def tell_balance(
    conn: Connection,
    policy: Policy,
    entry: tuple[str, int],
    balance_after: Decimal,
    change: Decimal,
    now: datetime,
) -> None:
    """Tell each time the balance falls below the threshold; `entry` is (user, transfer)."""
    threshold = policy.low_balance
    if policy.mails_enabled and threshold > 0 and fell_below(balance_after, change, threshold):
        user_id, transfer_id = entry
        facts = {"balance": f"{balance_after.normalize():f}", "threshold": f"{threshold:f}"}
        subject = f"{user_id}/{transfer_id}"
        # The month's allowance expires a moment before the next one is granted.
        await mails.add(conn, user_id, "low_balance", subject, facts, now, wait=SETTLES_WITHIN)
