"""The forms of lists, reports and small answers, as they are described to callers."""

from typing import Any, Literal

from pydantic import BaseModel

from billing_service.api.promo_requests import PromoCodeWire
from billing_service.api.wire import PlanWire, SubscriptionWire, TransactionWire
from shared.http import refusals
from shared.money import JsonNumber

NOTICE_REFUSALS = refusals(401, 403, 413)


class Done(BaseModel):
    status: Literal["ok"]


class Deleted(BaseModel):
    success: Literal[True]
    message: str


class Page(BaseModel):
    total: int
    page: int
    page_size: int
    total_pages: int


class AuditItem(BaseModel):
    id: str
    user_id: str
    action: str
    entity_type: str
    entity_id: str
    description: str | None
    changes: Any
    audit_metadata: Any
    created_at: int


class AuditPage(Page):
    items: list[AuditItem]


class Alarm(BaseModel):
    id: int
    kind: str
    object_id: str
    details: Any
    raised_at: int
    resolved_at: int | None


class PlanOverview(BaseModel):
    plan: PlanWire
    active_subscriptions: int
    canceled_subscriptions: int
    total_subscriptions: int
    mrr: JsonNumber


class PublicPlan(BaseModel):
    id: str
    name: str
    name_ru: str | None
    description: str | None
    description_ru: str | None
    price: JsonNumber
    currency: str
    interval: str
    features: list[str]
    quotas: dict[str, int]
    included_credits: JsonNumber
    trial_days: int
    display_order: int


class Subscriber(BaseModel):
    user_id: str
    email: str
    name: str
    role: str
    profile_image_url: None
    subscription_status: str
    subscribed_at: int
    current_period_start: int
    current_period_end: int
    tokens_input_used: int
    tokens_input_limit: int | None
    tokens_output_used: int
    tokens_output_limit: int | None
    requests_used: int
    requests_limit: int | None


class Subscribers(Page):
    items: list[Subscriber]


class PromoCodes(Page):
    items: list[PromoCodeWire]


class Redemption(BaseModel):
    id: str
    user_id: str
    payment_id: str | None
    plan_id: str | None
    discount: JsonNumber
    credits: JsonNumber
    currency: str | None
    redeemed_at: int
    returned_at: int | None
    payment_status: str | None


class Redemptions(Page):
    items: list[Redemption]


class QuotaShare(BaseModel):
    used: int
    limit: int | None
    remaining: int | None
    percentage: JsonNumber | None


class UserSubscription(BaseModel):
    user_id: str
    subscription: SubscriptionWire | None
    plan: PlanWire | None
    usage: dict[str, QuotaShare]


class AssignedSubscription(BaseModel):
    id: str
    user_id: str
    plan_id: str
    status: str
    current_period_start: int
    current_period_end: int


class Assigned(BaseModel):
    success: Literal[True]
    subscription: AssignedSubscription
    plan: PlanWire | None


class Unlinked(Done):
    unlinked: int


class Quota(BaseModel):
    current: int
    limit: int | None


class Me(BaseModel):
    subscription: SubscriptionWire | None
    plan: PlanWire | None
    usage: dict[str, Quota]
    transactions: list[TransactionWire]


class MetricUsage(BaseModel):
    metric: str
    current_usage: int
    quota_limit: int | None
    remaining: int | None


class UsageAllowed(BaseModel):
    allowed: bool
    current_usage: int
    quota_limit: int | None
    remaining: int | None


class Reconciliation(BaseModel):
    payment_id: str
    provider_status: str | None
    payment_status: str
    credited: bool


class AutoTopUpSet(Done):
    """`month_max_kopeks`: what any 30 days may cost; null when disabled."""

    month_max_kopeks: int | None


class WalletBalance(BaseModel):
    balance_credits: JsonNumber
    balance_topup_kopeks: int
    balance_included_kopeks: int
    included_expires_at: int | None
    max_reply_cost_kopeks: int | None
    daily_cap_kopeks: int | None
    daily_spent_kopeks: int
    daily_reset_at: int | None
    auto_topup_enabled: bool
    auto_topup_threshold_kopeks: int | None
    auto_topup_amount_kopeks: int | None
    auto_topup_month_max_kopeks: int | None
    auto_topup_month_spent_kopeks: int
    auto_topup_fail_count: int
    auto_topup_last_failed_at: int | None
    auto_topup_payment_method_saved: bool
    currency: str


class WalletEntry(BaseModel):
    """A change of the balance; `amount` is signed."""

    id: str
    user_id: str
    sequence: int
    kind: str
    amount: JsonNumber
    balance_after: JsonNumber
    reason: str | None
    model_id: str | None
    usage: dict[str, int] | None
    price_version: str | None
    created_at: int


class UsageEvent(WalletEntry):
    billing_source: Literal["payg"]
