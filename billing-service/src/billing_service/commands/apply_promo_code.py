"""Lowers a sale by a promo code, or adds its credits. Nothing is counted yet."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from billing_service.commands.store_intent import Sale
from billing_service.domain.promo_codes import (
    NOT_VALID,
    benefit_of,
    code_of,
    refusal_of,
    rest_refusal,
)
from billing_service.store import promo_codes
from shared.db import Connection
from shared.problems import Malformed

SLUG = "promo-code"


async def apply_promo_code(conn: Connection, sale: Sale, text: str, now: datetime) -> Sale:
    """Return the sale as it is with the code. A plan may become free, a top-up may not.

    The code's row stays locked until the transaction ends: whoever comes second sees the use.
    """
    promo = await promo_codes.get(conn, code_of(text), lock=True)
    if promo is None:
        raise Malformed(NOT_VALID, slug=SLUG)
    refusal = refusal_of(promo, sale.plan_id, sale.currency, now)
    if refusal:
        raise Malformed(refusal, slug=SLUG)
    benefit = benefit_of(promo, sale.amount)
    rest = sale.amount - benefit.discount
    refusal = rest_refusal(rest, may_be_free=sale.kind != "top_up")
    if refusal:
        raise Malformed(refusal, slug=SLUG)
    used = {
        "code": promo.code,
        "discount": str(benefit.discount),
        "credits": str(benefit.credits),
    }
    terms = sale.terms | {"promo": used}
    if "price" in terms:
        # What was not paid is not paid back when the plan changes in the middle of the period.
        terms["price"] = str(max(Decimal(terms["price"]) - benefit.discount, Decimal("0.00")))
    more = benefit.credits if sale.kind == "top_up" else Decimal(0)
    return replace(sale, amount=rest, credits=sale.credits + more, terms=terms)
