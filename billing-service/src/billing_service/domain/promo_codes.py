"""Promo codes: what one is worth for a sale, and for which sales it may be used."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from billing_service.domain.plans import CENT
from billing_service.domain.proration import CHARGE_MIN, ZERO

Kind = Literal["percent", "amount", "credits"]
NOT_VALID: Final = "Promo code is not valid"


@dataclass(frozen=True, slots=True)
class PromoCode:
    """`plan_ids` None: every plan. `currency` is that of a fixed amount. Limits None: none."""

    code: str
    kind: Kind
    value: Decimal
    currency: str | None
    plan_ids: list[str] | None
    applies_to_top_ups: bool
    starts_at: datetime | None
    ends_at: datetime | None
    max_redemptions: int | None
    max_per_user: int | None
    redemptions: int
    is_active: bool
    note: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Benefit:
    """What a code gives for one sale: less to pay, or more credits that last."""

    discount: Decimal
    credits: Decimal


def code_of(text: str) -> str:
    """Return the code as it is stored: people type it in any case."""
    return text.strip().upper()


def refusal_of(promo: PromoCode, plan_id: str | None, currency: str, now: datetime) -> str | None:
    """Return why the code cannot be used for a plan (None: a top-up), None if it can.

    Whether a code is over, not begun or switched off is nobody's business.
    """
    begun = promo.starts_at is None or promo.starts_at <= now
    over = promo.ends_at is not None and promo.ends_at <= now
    if not promo.is_active or not begun or over:
        return NOT_VALID
    fits = promo.applies_to_top_ups
    if plan_id is not None:
        fits = promo.plan_ids is None or plan_id in promo.plan_ids
    if not fits:
        return "This promo code is for something else"
    if promo.currency not in (None, currency):
        return f"This promo code is in {promo.currency}, not in {currency}"
    return None


def benefit_of(promo: PromoCode, amount: Decimal) -> Benefit:
    """Return what the code gives for a sale of `amount`; never more than all of it."""
    if promo.kind == "credits":
        return Benefit(ZERO, promo.value)
    wish = promo.value
    if promo.kind == "percent":
        wish = (amount * promo.value / 100).quantize(CENT, ROUND_HALF_UP)
    return Benefit(min(wish, amount).quantize(CENT), Decimal(0))


def rest_refusal(rest: Decimal, *, may_be_free: bool) -> str | None:
    """Return why so little cannot be paid, None if it can, or if nothing is left to pay."""
    if rest >= CHARGE_MIN or (rest == 0 and may_be_free):
        return None
    return f"With this promo code {rest} would be left to pay; the least is {CHARGE_MIN}"
