"""Plans, customers, subscriptions and what of them is used."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Computed,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    UniqueConstraint,
)
from sqlalchemy import Text as SqlText
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from billing_service.store.tables.columns import CREDITS, MOMENT, MONEY, Table
from shared.columns import column


class PlanRow(Table, table=True):
    __tablename__ = "plan"
    id: str = column(SqlText, key=True)
    name: str = column(SqlText)
    name_ru: str | None = column(SqlText, null=True)
    description: str | None = column(SqlText, null=True)
    description_ru: str | None = column(SqlText, null=True)
    price: Decimal = column(MONEY)
    currency: str = column(SqlText)
    interval: str = column(SqlText)
    quotas: Any = column(JSONB, null=True)
    features: Any = column(JSONB, null=True)
    included_credits: Decimal = column(CREDITS)
    trial_days: int = column(Integer)
    is_active: bool = column(Boolean)
    display_order: int = column(Integer)
    plan_extra_metadata: Any = column(JSONB, null=True)
    archived_at: datetime | None = column(MOMENT, null=True)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class CustomerRow(Table, table=True):
    __tablename__ = "customer"
    user_id: str = column(SqlText, key=True)
    name: str = column(SqlText)
    email: str = column(SqlText)
    role: str = column(SqlText)
    is_closed: bool = column(Boolean)
    sync_sequence: int = column(BigInteger)
    contact_email: str | None = column(SqlText, null=True)
    contact_phone: str | None = column(SqlText, null=True)
    auto_top_up: bool = column(Boolean)
    auto_top_up_threshold: Decimal | None = column(CREDITS, null=True)
    auto_top_up_amount: Decimal | None = column(MONEY, null=True)
    auto_top_up_month_max: Decimal | None = column(MONEY, null=True)
    auto_top_up_failures: int = column(Integer)
    auto_top_up_failed_at: datetime | None = column(MOMENT, null=True)
    language: str | None = column(SqlText, null=True)
    updated_at: datetime = column(MOMENT)


class PaymentMethodRow(Table, table=True):
    __tablename__ = "payment_method"
    __table_args__ = (Index("payment_method_of_user", "user_id"),)
    id: UUID = column(SqlUuid, key=True)
    user_id: str = column(SqlText)
    provider_id: str | None = column(SqlText, null=True, unique=True)
    title: str | None = column(SqlText, null=True)
    consent_text: str = column(SqlText)
    consented_at: datetime = column(MOMENT)
    unlinked_at: datetime | None = column(MOMENT, null=True)


class SubscriptionRow(Table, table=True):
    __tablename__ = "subscription"
    __table_args__ = (
        UniqueConstraint("id", "user_id"),
        Index(
            "subscription_one_live",
            "user_id",
            unique=True,
            postgresql_where=sql("status NOT IN ('canceled', 'revoked')"),
        ),
        Index(
            "subscription_one_trial",
            "user_id",
            unique=True,
            postgresql_where=sql("trial_end IS NOT NULL"),
        ),
        Index("subscription_of_plan", "plan_id", "status"),
        Index("subscription_of_user", "user_id", "created_at"),
        Index("subscription_by_time", "created_at", "id"),
        Index(
            "subscription_due",
            "current_period_end",
            postgresql_where=sql("status NOT IN ('canceled', 'revoked')"),
        ),
    )
    id: UUID = column(SqlUuid, key=True)
    user_id: str = column(SqlText)
    plan_id: str = column(SqlText, ForeignKey("plan.id"))
    status: str = column(SqlText)
    current_number: int = column(Integer)
    current_period_start: datetime = column(MOMENT)
    current_period_end: datetime = column(MOMENT)
    cancel_at_period_end: bool = column(Boolean)
    auto_renew: bool = column(Boolean)
    payment_method_id: UUID | None = column(SqlUuid, ForeignKey("payment_method.id"), null=True)
    next_plan_id: str | None = column(SqlText, ForeignKey("plan.id"), null=True)
    carry: Decimal = column(MONEY)
    trial_end: datetime | None = column(MOMENT, null=True)
    grace_until: datetime | None = column(MOMENT, null=True)
    next_attempt_at: datetime | None = column(MOMENT, null=True)
    renewal_attempts: int = column(Integer)
    ended_at: datetime | None = column(MOMENT, null=True)
    version: int = column(Integer)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class SubscriptionPeriodRow(Table, table=True):
    __tablename__ = "subscription_period"
    __table_args__ = (
        UniqueConstraint("subscription_id", "number"),
        UniqueConstraint("subscription_id", "number", "ends_at"),
        ForeignKeyConstraint(
            ["subscription_id", "user_id"], ["subscription.id", "subscription.user_id"]
        ),
        ForeignKeyConstraint(
            ["subscription_id", "previous_number", "starts_at"],
            [
                "subscription_period.subscription_id",
                "subscription_period.number",
                "subscription_period.ends_at",
            ],
            deferrable=True,
            initially="DEFERRED",
        ),
        Index("period_of_user", "user_id", "starts_at"),
        Index("period_to_begin", "starts_at", postgresql_where=sql("begun_at IS NULL")),
    )
    id: UUID = column(SqlUuid, key=True)
    subscription_id: UUID = column(SqlUuid)
    user_id: str = column(SqlText)
    number: int = column(Integer)
    previous_number: int | None = column(
        Integer, Computed("nullif(number - 1, 0)", persisted=True), null=True
    )
    starts_at: datetime = column(MOMENT)
    ends_at: datetime = column(MOMENT)
    plan_id: str = column(SqlText, ForeignKey("plan.id"))
    price: Decimal = column(MONEY)
    currency: str = column(SqlText)
    credits: Decimal = column(CREDITS)
    quotas: Any = column(JSONB, null=True)
    interval: str = column(SqlText)
    anchor_at: datetime = column(MOMENT)
    anchor_number: int = column(Integer)
    payment_id: UUID | None = column(SqlUuid, ForeignKey("payment.id"), null=True, unique=True)
    begun_at: datetime | None = column(MOMENT, null=True)
    created_at: datetime = column(MOMENT)


class SubscriptionTransitionRow(Table, table=True):
    __tablename__ = "subscription_transition"
    __table_args__ = (UniqueConstraint("subscription_id", "version"),)
    id: int = column(BigInteger, Identity(always=True), key=True)
    subscription_id: UUID = column(SqlUuid, ForeignKey("subscription.id"))
    from_status: str | None = column(SqlText, null=True)
    to_status: str = column(SqlText)
    cause: str = column(SqlText)
    actor: str = column(SqlText)
    payment_id: UUID | None = column(SqlUuid, ForeignKey("payment.id"), null=True)
    version: int = column(Integer)
    happened_at: datetime = column(MOMENT)


class UsageCounterRow(Table, table=True):
    __tablename__ = "usage_counter"
    user_id: str = column(SqlText, key=True)
    period_id: str = column(SqlText, key=True)
    day: date = column(Date, key=True)
    unit: str = column(SqlText, key=True)
    amount: int = column(BigInteger)
