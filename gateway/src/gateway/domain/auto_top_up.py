"""Buying credits with a saved card when few are left, as a user sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

_KOPEKS: Final = 100
_USUAL_PURCHASES: Final = 10  # as billing bounds them where nobody said


@dataclass(frozen=True, slots=True)
class AutoTopUp:
    """With less than `below` credits `amount` is charged, in 30 days `month_max` at most.

    `failures` are those in a row.
    """

    is_on: bool
    has_card: bool
    below: Decimal | None
    amount: Decimal
    least_amount: Decimal
    month_max: Decimal
    month_spent: Decimal
    currency: str
    failures: int
    failed_at: int | None


def auto_top_up_of(
    wallet: Mapping[str, Any] | None, offer: Mapping[str, Any] | None
) -> AutoTopUp | None:
    """None where it cannot be had: no top-ups, no charges without the payer, or billing is away."""
    if not (wallet and offer and offer["top_ups"] and offer["renewals"]):
        return None
    below, amount = wallet["auto_topup_threshold_kopeks"], wallet["auto_topup_amount_kopeks"]
    # While an upgrade rolls, billing may be the older one, which tells of no bound.
    month_max = wallet.get("auto_topup_month_max_kopeks")
    usual = (*offer["packages"], offer["min"])[0]
    return AutoTopUp(
        is_on=wallet["auto_topup_enabled"],
        has_card=wallet["auto_topup_payment_method_saved"],
        below=None if below is None else Decimal(below) / _KOPEKS * offer["credits_per_unit"],
        amount=usual if amount is None else Decimal(amount) / _KOPEKS,
        least_amount=min((*offer["packages"], offer["min"])),
        month_max=usual * _USUAL_PURCHASES if month_max is None else Decimal(month_max) / _KOPEKS,
        month_spent=Decimal(wallet.get("auto_topup_month_spent_kopeks", 0)) / _KOPEKS,
        currency=offer["currency"],
        failures=wallet["auto_topup_fail_count"],
        failed_at=wallet["auto_topup_last_failed_at"],
    )
