"""Which amounts may be paid for lasting credits. The contract counts them in kopeks."""

from datetime import timedelta
from decimal import Decimal
from typing import Final

from billing_service.domain.policy import Policy
from shared.problems import Malformed

KOPEKS: Final = 100
# A loop that spends credits must not empty a card: so much time, and so many purchases in it
# unless the user decides otherwise.
MONTH: Final = timedelta(days=30)
MONTH_PURCHASES: Final = 10
_MONTH_MAX: Final = Decimal(10_000_000)


def amount_of(kopeks: int) -> Decimal:
    """Return the amount in the currency's major unit."""
    return (Decimal(kopeks) / KOPEKS).quantize(Decimal("0.01"))


def kopeks_of(amount: Decimal) -> int:
    """Return an amount of whole cents in cents."""
    return int(amount * KOPEKS)


def month_max_of(amount: Decimal, wished: Decimal | None) -> Decimal:
    """Return what automatic top-ups of `amount` may cost in any 30 days."""
    return amount * MONTH_PURCHASES if wished is None else wished


def checked_month_max(wished: Decimal, amount: Decimal) -> Decimal:
    """Return the cap, or raise a refusal that names its field."""
    if not amount <= wished <= _MONTH_MAX:
        raise Malformed(
            f"month_max_kopeks must be from amount_kopeks to {kopeks_of(_MONTH_MAX)}",
            slug="auto-top-up-month-max",
            field="month_max_kopeks",
        )
    return wished


def checked_amount(amount: Decimal, policy: Policy) -> Decimal:
    """Return the amount, or raise the contract's refusal."""
    if amount <= 0:
        raise Malformed("Topup amount must be positive", slug="invalid-top-up")
    is_package = amount in policy.top_up_packages
    is_free = policy.top_up_any_amount and policy.top_up_min <= amount <= policy.top_up_max
    if not (is_package or is_free):
        raise Malformed("Invalid topup amount", slug="invalid-top-up")
    return amount
