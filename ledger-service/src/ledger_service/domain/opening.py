"""What a user brings along from another system, and what of it belongs to the running period."""

from dataclasses import dataclass
from decimal import Decimal

from shared.money import ZERO


@dataclass(frozen=True, slots=True)
class Opening:
    """`balance` may be a debt. `allowance` is what that system gave the user for this period."""

    account_id: str
    balance: Decimal
    allowance: Decimal = ZERO

    @property
    def of_period(self) -> Decimal:
        """The part that ends with the period: an allowance is what is replaced by the next one."""
        return min(max(self.balance, ZERO), self.allowance)

    @property
    def lasting(self) -> Decimal:
        return max(self.balance, ZERO) - self.of_period
