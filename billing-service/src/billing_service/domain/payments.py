"""Payments: what was agreed, and whether what the provider tells is what was agreed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final, Literal
from uuid import UUID, uuid5

from billing_service.domain.plans import Plan
from billing_service.domain.policy import Policy
from billing_service.domain.provider import ProviderPayment

Kind = Literal["purchase", "renewal", "change", "top_up"]
Status = Literal["created", "sent", "pending", "succeeded", "canceled", "failed", "quarantined"]
OPEN: Final = frozenset({"created", "sent", "pending"})
# The provider lets a payer confirm for one hour; a link that is about to die is not given out.
CONFIRM_WITHIN: Final = timedelta(minutes=50)
# The words that a payer agrees to whose method is saved for later charges.
CONSENT: Final = "recurring-charges-v1"
# After 24 hours the same key would be a new payment.
KEY_LIVES: Final = timedelta(hours=23)
WIRE_STATUS: Final = {
    "created": "pending",
    "sent": "pending",
    "pending": "pending",
    "succeeded": "succeeded",
    "canceled": "canceled",
    "failed": "failed",
    "quarantined": "failed",
}
_NAMES: Final = UUID("5b0d7a0e-9c0f-4f0c-8a53-3f4f1a4f4a10")


@dataclass(frozen=True, slots=True)
class Payment:
    id: UUID
    user_id: str
    kind: Kind
    plan_id: str | None
    subscription_id: UUID | None
    period_number: int | None
    attempt_number: int
    terms: dict[str, Any]
    amount: Decimal
    currency: str
    credits: Decimal
    description: str
    return_url: str | None
    idempotence_key: str
    request: bytes
    client_key: str | None
    payment_method_id: UUID | None
    consent_text: str | None
    status: Status
    provider_id: str | None
    provider_status: str | None
    confirmation_url: str | None
    cancel_reason: str | None
    error: str | None
    receipt_registration: str | None
    refunded_amount: Decimal
    superseded_at: datetime | None
    next_check_at: datetime | None
    checks: int
    sent_at: datetime | None
    paid_at: datetime | None
    created_at: datetime
    updated_at: datetime

    @property
    def is_automatic_top_up(self) -> bool:
        """Say whether credits are bought with a saved method, without the payer."""
        return self.kind == "top_up" and self.payment_method_id is not None


def terms_of(plan: Plan, **more: Any) -> dict[str, Any]:
    """Return what is sold, in a form that survives any later edit of the plan."""
    return {
        "plan_id": plan.id,
        "name": plan.name,
        "price": str(plan.price),
        "currency": plan.currency,
        "interval": plan.interval,
        "credits": str(plan.included_credits),
        "quotas": plan.quotas,
        **more,
    }


def bonus_of(payment: Payment) -> tuple[str, Decimal] | None:
    """Return (reference, credits) of what a promo code adds to a plan, None if nothing.

    The ledger knows the lot by the reference; the plan's own credits have the payment's id.
    """
    lot = Decimal(payment.terms.get("promo", {}).get("credits", 0))
    if payment.kind == "top_up" or lot <= 0:
        return None
    return f"{payment.id}/promo", lot


def renewal_key(subscription_id: UUID, period_number: int, attempt_number: int) -> str:
    """Return the same key for the same attempt, whichever worker makes it."""
    return str(uuid5(_NAMES, f"{subscription_id}/{period_number}/renewal/{attempt_number}"))


def mismatch(payment: Payment, told: ProviderPayment, policy: Policy) -> str | None:
    """Return what the provider's payment and ours disagree about, None if nothing."""
    said = told.metadata
    checks = (
        ("payment", payment.provider_id in (None, told.id)),
        ("transaction", said.get("transaction_id", str(payment.id)) == str(payment.id)),
        ("amount", told.amount == payment.amount),
        ("currency", told.currency == payment.currency),
        ("user", said.get("user_id", payment.user_id) == payment.user_id),
        ("plan", said.get("plan_id", payment.plan_id) == payment.plan_id),
        ("shop", policy.shop_id is None or told.shop_id in (None, policy.shop_id)),
        ("test", policy.is_test_shop is None or told.is_test == policy.is_test_shop),
        ("paid", told.status != "succeeded" or told.paid),
    )
    return next((name for name, holds in checks if not holds), None)


def key_lives(since: datetime, now: datetime) -> bool:
    """Say whether what is sent again under its key is still the same to the provider."""
    return now - since < KEY_LIVES


def check_again_after(checks: int) -> timedelta:
    """Return how long to wait before asking about an open payment again: 1 to 15 minutes."""
    return timedelta(minutes=min(2 ** min(checks, 4), 15))
