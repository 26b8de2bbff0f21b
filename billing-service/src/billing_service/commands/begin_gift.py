"""Gives what a promo code makes free: the same as if it had been paid, without a payment."""

from datetime import datetime

from billing_service.commands.append_period import append_period
from billing_service.commands.close_subscription import close_subscription
from billing_service.commands.open_subscription import Opening, open_subscription
from billing_service.commands.redeem_promo_code import redeem_promo_code
from billing_service.commands.store_intent import Sale
from billing_service.commands.switch_plan import switch_plan
from billing_service.domain.subscriptions import first_bounds
from billing_service.store import periods, subscriptions
from shared.db import Connection


async def begin_gift(conn: Connection, sale: Sale, now: datetime) -> None:
    """Count the use, then open, prolong or change. The caller holds the user's lock."""
    await redeem_promo_code(conn, sale, None, now)
    live = await subscriptions.live_of(conn, sale.user_id, lock=True)
    actor, cause, terms = sale.user_id, "promo_code", sale.terms
    if sale.kind == "change" and live is not None:
        await switch_plan(conn, live, terms, now, actor=actor)
        return
    if live is not None and live.status != "suspended":
        await append_period(conn, live, terms, now, actor=actor, cause=cause)
        return
    if live is not None:
        await close_subscription(conn, live, now, cause="replaced", actor=actor)
    start = await periods.free_from(conn, sale.user_id, now)
    bounds = first_bounds(start, terms["interval"])
    opening = Opening(user_id=sale.user_id, terms=terms, bounds=bounds, actor=actor, cause=cause)
    await open_subscription(conn, opening, now)
