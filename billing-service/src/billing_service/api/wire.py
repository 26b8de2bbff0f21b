"""The contract's models: money as JSON numbers, moments as whole unix seconds."""

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from billing_service.domain.payments import WIRE_STATUS as PAYMENT_STATUS
from billing_service.domain.payments import Payment
from billing_service.domain.plans import Plan
from billing_service.domain.subscriptions import WIRE_STATUS, Subscription, wire_extra
from shared.money import JsonNumber, to_wire


def seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def seconds_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp())


def moment_or_none(told: int | None) -> datetime | None:
    return None if told is None else datetime.fromtimestamp(told, UTC)


class PlanWire(BaseModel):
    id: str
    name: str
    name_ru: str | None
    description: str | None
    description_ru: str | None
    price: JsonNumber
    currency: str
    interval: str
    quotas: dict[str, int] | None
    features: list[str] | None
    is_active: bool
    display_order: int
    plan_extra_metadata: dict[str, Any] | None
    included_credits: JsonNumber
    trial_days: int
    created_at: int
    updated_at: int

    @classmethod
    def of(cls, plan: Plan) -> "PlanWire":
        return cls(
            id=plan.id,
            name=plan.name,
            name_ru=plan.name_ru,
            description=plan.description,
            description_ru=plan.description_ru,
            price=to_wire(plan.price),
            currency=plan.currency,
            interval=plan.interval,
            quotas=plan.quotas,
            features=plan.features,
            is_active=plan.is_active,
            display_order=plan.display_order,
            plan_extra_metadata=plan.plan_extra_metadata,
            included_credits=to_wire(plan.included_credits),
            trial_days=plan.trial_days,
            created_at=seconds(plan.created_at),
            updated_at=seconds(plan.updated_at),
        )


class SubscriptionWire(BaseModel):
    id: str
    user_id: str
    plan_id: str
    status: str
    yookassa_payment_id: str | None
    yookassa_subscription_id: str | None
    current_period_start: int
    current_period_end: int
    cancel_at_period_end: bool
    trial_end: int | None
    auto_renew: bool
    payment_method_id: str | None
    next_plan_id: str | None
    extra_metadata: dict[str, Any] | None
    created_at: int
    updated_at: int

    @classmethod
    def of(
        cls, subscription: Subscription, provider_payment_id: str | None = None
    ) -> "SubscriptionWire":
        method = subscription.payment_method_id
        return cls(
            id=str(subscription.id),
            user_id=subscription.user_id,
            plan_id=subscription.plan_id,
            status=WIRE_STATUS[subscription.status],
            yookassa_payment_id=provider_payment_id,
            yookassa_subscription_id=None,
            current_period_start=seconds(subscription.current_period_start),
            current_period_end=seconds(subscription.current_period_end),
            cancel_at_period_end=subscription.cancel_at_period_end,
            trial_end=seconds_or_none(subscription.trial_end),
            auto_renew=subscription.auto_renew,
            payment_method_id=str(method) if method else None,
            next_plan_id=subscription.next_plan_id,
            extra_metadata=wire_extra(subscription),
            created_at=seconds(subscription.created_at),
            updated_at=seconds(subscription.updated_at),
        )


class TransactionWire(BaseModel):
    id: str
    user_id: str
    subscription_id: str | None
    amount: JsonNumber
    currency: str
    status: str
    yookassa_payment_id: str | None
    yookassa_status: str | None
    description: str | None
    description_ru: str | None
    receipt_url: str | None
    kind: str
    refunded_amount: JsonNumber
    extra_metadata: dict[str, Any] | None
    created_at: int
    updated_at: int

    @classmethod
    def of(cls, payment: Payment) -> "TransactionWire":
        promo = payment.terms.get("promo", {})
        extra = {
            "plan_id": payment.plan_id,
            "cancel_reason": payment.cancel_reason,
            "promo_code": promo.get("code"),
            "discount": promo.get("discount"),
        }
        kept = {name: value for name, value in extra.items() if value is not None}
        return cls(
            id=str(payment.id),
            user_id=payment.user_id,
            subscription_id=str(payment.subscription_id) if payment.subscription_id else None,
            amount=to_wire(payment.amount),
            currency=payment.currency,
            status=PAYMENT_STATUS[payment.status],
            yookassa_payment_id=payment.provider_id,
            yookassa_status=payment.provider_status,
            description=payment.description,
            description_ru=payment.description,
            # The provider issues receipts by e-mail and offers no address of them.
            receipt_url=None,
            kind=payment.kind,
            refunded_amount=to_wire(payment.refunded_amount),
            extra_metadata=kept or None,
            created_at=seconds(payment.created_at),
            updated_at=seconds(payment.updated_at),
        )
