"""Which amounts may be paid for lasting credits. The contract counts them in kopeks."""

from decimal import Decimal
from typing import Final

from billing_service.domain.policy import Policy
from shared.problems import Malformed

KOPEKS: Final = 100


def amount_of(kopeks: int) -> Decimal:
    """Return the amount in the currency's major unit."""
    return (Decimal(kopeks) / KOPEKS).quantize(Decimal("0.01"))


def kopeks_of(amount: Decimal) -> int:
    """Return an amount of whole cents in cents."""
    return int(amount * KOPEKS)


def checked_amount(amount: Decimal, policy: Policy) -> Decimal:
    """Return the amount, or raise the contract's refusal."""
    if amount <= 0:
        raise Malformed("Topup amount must be positive", slug="invalid-top-up")
    is_package = amount in policy.top_up_packages
    is_free = policy.top_up_any_amount and policy.top_up_min <= amount <= policy.top_up_max
    if not (is_package or is_free):
        raise Malformed("Invalid topup amount", slug="invalid-top-up")
    return amount
