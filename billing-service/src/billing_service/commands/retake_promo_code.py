"""A payment that was given up is paid after all: its promo code was used all the same."""

from datetime import datetime

from billing_service.domain.payments import Payment
from billing_service.store import alarms, promo_codes
from shared.db import Connection


async def retake_promo_code(conn: Connection, payment: Payment, now: datetime) -> None:
    """Count the use again; if others took the last one meanwhile, a person hears of it."""
    if "promo" not in payment.terms:
        return
    use = await promo_codes.given_back(conn, payment.id)
    if use is None:
        return
    if not await promo_codes.count_use(conn, use.code):
        details = {"code": use.code, "payment_id": str(payment.id)}
        await alarms.raise_alarm(conn, "promo_code_overused", str(payment.id), details, now)
        return
    await promo_codes.take_again(
        conn, use, await promo_codes.free_slot(conn, use.code, use.user_id)
    )
