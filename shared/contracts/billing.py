"""Facts about payments and subscriptions. Money is in the currency's major unit."""

from datetime import datetime
from decimal import Decimal
from typing import ClassVar

from shared.contracts import Contract


class PeriodStarted(Contract, frozen=True, kw_only=True):
    """A paid or trial period began; the ledger grants `credits` once per `period_id`."""

    event_type: ClassVar[str] = "billing.period_started"
    user_id: str
    subscription_id: str
    period_id: str
    plan_id: str
    credits: Decimal
    starts_at: datetime
    ends_at: datetime
    # None for a trial or a free period.
    payment_id: str | None = None


class PeriodCut(Contract, frozen=True, kw_only=True):
    """A period was ended before its time and nothing follows it: its unspent credits expire."""

    event_type: ClassVar[str] = "billing.period_cut"
    user_id: str
    period_id: str
    # None for a trial or a free period, as when it started.
    payment_id: str | None = None


class TopUpPaid(Contract, frozen=True, kw_only=True):
    """Lasting credits were bought; granted once per `payment_id`."""

    event_type: ClassVar[str] = "billing.top_up_paid"
    user_id: str
    payment_id: str
    credits: Decimal
    amount: Decimal
    currency: str


class RefundSucceeded(Contract, frozen=True, kw_only=True):
    """Money went back: the unspent part of `credits` is taken back once per `refund_id`."""

    event_type: ClassVar[str] = "billing.refund_succeeded"
    user_id: str
    refund_id: str
    payment_id: str
    credits: Decimal
    amount: Decimal
    currency: str


class EntitlementChanged(Contract, frozen=True, kw_only=True):
    """Quotas of a user's current period by metric; an empty map means no limit."""

    event_type: ClassVar[str] = "billing.entitlement_changed"
    user_id: str
    subscription_id: str
    starts_at: datetime
    ends_at: datetime
    quotas: dict[str, int]
