"""The forms of payments, subscriptions and refunds as administrators see them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from billing_service.api.wire import seconds
from shared.money import JsonNumber, to_wire


def wire(value: Any) -> Any:
    """Rows as the contract writes them: moments are whole unix seconds, money keeps its digits."""
    if isinstance(value, datetime):
        return seconds(value)
    if isinstance(value, Decimal):
        return to_wire(value)
    if isinstance(value, dict):
        return {name: wire(part) for name, part in value.items()}
    if isinstance(value, list):
        return [wire(part) for part in value]
    return value


class Sold(BaseModel):
    id: str
    user_id: str
    user_name: str
    email: str
    plan_id: str | None
    plan_name: str | None
    kind: str | None
    status: str
    currency: str
    provider_id: str | None
    created_at: int


class SoldPayment(Sold):
    """`superseded_at`: a newer attempt replaced it in the shop; paid after all, it still counts."""

    amount: JsonNumber
    credits: JsonNumber
    refunded_amount: JsonNumber
    cancel_reason: str | None
    error: str | None
    superseded_at: int | None
    paid_at: int | None


class SoldRefund(Sold):
    payment_id: str
    amount: JsonNumber
    reason: str
    actor: str
    cancel_reason: str | None
    error: str | None
    succeeded_at: int | None


class SoldSubscription(Sold):
    plan_id: str
    price: JsonNumber
    interval: str
    current_period_start: int
    current_period_end: int
    cancel_at_period_end: bool
    auto_renew: bool
    next_plan_id: str | None
    next_attempt_at: int | None
    grace_until: int | None
    trial_end: int | None
    ended_at: int | None


class SalesPage(BaseModel):
    """`next` goes into `before` for the following page; null on the last one."""

    total: int
    next: str | None


class PaymentPage(SalesPage):
    items: list[SoldPayment]


class RefundPage(SalesPage):
    items: list[SoldRefund]


class SubscriptionPage(SalesPage):
    items: list[SoldSubscription]


class SaleEvent(BaseModel):
    at: int
    what: str
    detail: str


class PaymentFile(SoldPayment):
    description: str
    terms: dict[str, Any]
    subscription_id: str | None
    period_number: int | None
    attempt_number: int
    receipt_registration: str | None
    confirmation_url: str | None
    sent_at: int | None
    provider_status: str | None
    refunds: list[SoldRefund]
    events: list[SaleEvent]


class Transition(BaseModel):
    from_status: str | None
    to_status: str
    cause: str
    actor: str
    payment_id: str | None
    happened_at: int


class SoldPeriod(BaseModel):
    number: int
    starts_at: int
    ends_at: int
    plan_id: str
    price: JsonNumber
    currency: str
    credits: JsonNumber
    payment_id: str | None
    begun_at: int | None


class SubscriptionFile(SoldSubscription):
    transitions: list[Transition]
    periods: list[SoldPeriod]
