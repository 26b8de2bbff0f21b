"""Counts one use of a promo code, in the transaction that stores what it is used for."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from billing_service.commands.apply_promo_code import SLUG
from billing_service.commands.store_intent import Sale
from billing_service.store import audit, promo_codes
from billing_service.store.promo_codes import Use
from shared.db import Connection
from shared.problems import Malformed


async def redeem_promo_code(
    conn: Connection, sale: Sale, payment_id: UUID | None, now: datetime
) -> None:
    """Refuse if none is left; a sale without a code passes. No payment: all of it was given."""
    used = sale.terms.get("promo")
    if used is None:
        return
    code = used["code"]
    promo = await promo_codes.get(conn, code, lock=True)
    slot = await promo_codes.free_slot(conn, code, sale.user_id)
    if promo is None or (promo.max_per_user is not None and slot > promo.max_per_user):
        raise Malformed(
            "You have used this promo code already, or a payment with it is not finished yet",
            slug=SLUG,
        )
    if not await promo_codes.count_use(conn, code):
        raise Malformed("This promo code is used up", slug=SLUG)
    use = Use(
        id=uuid4(),
        code=code,
        user_id=sale.user_id,
        payment_id=payment_id,
        plan_id=sale.plan_id,
        discount=Decimal(used["discount"]),
        credits=Decimal(used["credits"]),
        currency=sale.currency,
        # A payment has the key itself.
        client_key=sale.client_key if payment_id is None else None,
        redeemed_at=now,
    )
    await promo_codes.add_use(conn, use, slot)
    await audit.add(
        conn,
        actor=sale.user_id,
        action="promo_code_redeemed",
        entity=("promo_code", code),
        now=now,
        metadata={
            "payment_id": str(payment_id) if payment_id else None,
            "plan_id": sale.plan_id,
            **used,
        },
    )
