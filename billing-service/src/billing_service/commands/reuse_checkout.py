"""A checkout that is asked for again is the same checkout while it can still be paid."""

from datetime import datetime

from billing_service.commands.store_intent import Sale, is_fresh
from billing_service.domain.payments import Payment
from billing_service.store import payments
from shared.db import Connection
from shared.problems import Conflict


async def reuse_checkout(conn: Connection, sale: Sale, now: datetime) -> Payment | None:
    """Return the open checkout for the same thing; put an outdated one aside.

    The provider cannot cancel a pending payment. One that was put aside and is paid after all
    still counts: it is only not offered any more.
    """
    if sale.client_key:
        known = await payments.by_client_key(conn, sale.user_id, sale.client_key)
        if known:
            if (known.kind, known.plan_id) != (sale.kind, sale.plan_id):
                raise Conflict(
                    "This Idempotency-Key was used for another payment", slug="key-reused"
                )
            return known
    for known in await payments.open_checkouts(conn, sale.user_id, sale.kind, sale.plan_id):
        # The price of a change falls with every second; within the hour the offer stands.
        same_price = known.amount == sale.amount or sale.kind == "change"
        same_door = known.return_url == sale.return_url and known.consent_text == sale.consent_text
        if same_price and same_door and is_fresh(known, now):
            return known
        await payments.update(conn, known.id, now, superseded_at=now)
    return None
