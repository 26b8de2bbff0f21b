"""The rules of this installation as one value, made from the settings when a process starts."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Policy:
    """`shop_id` and `is_test_shop` are what a payment must say before it counts."""

    shop_id: str | None = None
    is_test_shop: bool | None = None
    currency: str = "RUB"
    subscriptions_enabled: bool = True
    top_ups_enabled: bool = True
    recurring_enabled: bool = False
    return_hosts: frozenset[str] = frozenset()
    credits_per_unit: Decimal = Decimal(1)
    top_up_min: Decimal = Decimal(100)
    top_up_max: Decimal = Decimal(350_000)
    top_up_packages: tuple[Decimal, ...] = field(default=(Decimal(500), Decimal(1000)))
    top_up_any_amount: bool = True
    grace: timedelta = timedelta(days=7)
    renew_before: timedelta = timedelta(days=1)
    suspended_for: timedelta = timedelta(days=30)
    mails_enabled: bool = False
    low_balance: Decimal = Decimal(0)
