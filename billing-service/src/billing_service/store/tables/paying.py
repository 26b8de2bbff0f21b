"""Payments, refunds, what the provider told, alarms and histories."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    UniqueConstraint,
)
from sqlalchemy import Text as SqlText
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from billing_service.store.tables.columns import CREDITS, MOMENT, MONEY, Table
from shared.columns import column


class PaymentRow(Table, table=True):
    __tablename__ = "payment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["subscription_id", "user_id"], ["subscription.id", "subscription.user_id"]
        ),
        Index("payment_of_user", "user_id", "created_at"),
        Index("payment_by_time", "created_at", "id"),
        Index("payment_by_paid", "paid_at", postgresql_where=sql("paid_at IS NOT NULL")),
        Index(
            "payment_not_paid",
            "created_at",
            "id",
            postgresql_where=sql("status IN ('canceled', 'failed', 'quarantined')"),
        ),
        Index(
            "payment_to_check", "next_check_at", postgresql_where=sql("next_check_at IS NOT NULL")
        ),
        Index(
            "payment_one_checkout",
            "user_id",
            "kind",
            sql("coalesce(plan_id, ''::text)"),
            "amount",
            unique=True,
            postgresql_where=sql(
                "status IN ('created', 'sent', 'pending') AND superseded_at IS NULL "
                "AND payment_method_id IS NULL"
            ),
        ),
        Index(
            "payment_one_automatic",
            "user_id",
            unique=True,
            postgresql_where=sql(
                "status IN ('created', 'sent', 'pending') AND kind = 'top_up' "
                "AND payment_method_id IS NOT NULL"
            ),
        ),
        Index(
            "payment_one_renewal",
            "subscription_id",
            "period_number",
            unique=True,
            postgresql_where=sql("kind = 'renewal' AND status NOT IN ('canceled', 'failed')"),
        ),
        Index(
            "payment_client_key",
            "user_id",
            "client_key",
            unique=True,
            postgresql_where=sql("client_key IS NOT NULL"),
        ),
    )
    id: UUID = column(SqlUuid, key=True)
    user_id: str = column(SqlText)
    kind: str = column(SqlText)
    plan_id: str | None = column(SqlText, ForeignKey("plan.id"), null=True)
    subscription_id: UUID | None = column(SqlUuid, null=True)
    period_number: int | None = column(Integer, null=True)
    attempt_number: int = column(Integer)
    terms: Any = column(JSONB)
    amount: Decimal = column(MONEY)
    currency: str = column(SqlText)
    credits: Decimal = column(CREDITS)
    description: str = column(SqlText)
    return_url: str | None = column(SqlText, null=True)
    idempotence_key: str = column(SqlText, unique=True)
    request: bytes = column(LargeBinary)
    client_key: str | None = column(SqlText, null=True)
    payment_method_id: UUID | None = column(SqlUuid, ForeignKey("payment_method.id"), null=True)
    consent_text: str | None = column(SqlText, null=True)
    status: str = column(SqlText)
    provider_id: str | None = column(SqlText, null=True, unique=True)
    provider_status: str | None = column(SqlText, null=True)
    confirmation_url: str | None = column(SqlText, null=True)
    cancel_reason: str | None = column(SqlText, null=True)
    error: str | None = column(SqlText, null=True)
    receipt_registration: str | None = column(SqlText, null=True)
    refunded_amount: Decimal = column(MONEY)
    superseded_at: datetime | None = column(MOMENT, null=True)
    next_check_at: datetime | None = column(MOMENT, null=True)
    checks: int = column(Integer)
    sent_at: datetime | None = column(MOMENT, null=True)
    paid_at: datetime | None = column(MOMENT, null=True)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class RefundRow(Table, table=True):
    __tablename__ = "refund"
    __table_args__ = (
        Index(
            "refund_one_open",
            "payment_id",
            unique=True,
            postgresql_where=sql("status IN ('created', 'sent', 'pending')"),
        ),
        Index(
            "refund_client_key",
            "payment_id",
            "client_key",
            unique=True,
            postgresql_where=sql("client_key IS NOT NULL"),
        ),
        Index("refund_by_time", "succeeded_at", postgresql_where=sql("succeeded_at IS NOT NULL")),
        Index(
            "refund_to_check", "next_check_at", postgresql_where=sql("next_check_at IS NOT NULL")
        ),
    )
    id: UUID = column(SqlUuid, key=True)
    payment_id: UUID = column(SqlUuid, ForeignKey("payment.id"))
    amount: Decimal = column(MONEY)
    currency: str = column(SqlText)
    origin: str = column(SqlText)
    reason: str = column(SqlText)
    actor: str = column(SqlText)
    idempotence_key: str | None = column(SqlText, null=True, unique=True)
    request: bytes | None = column(LargeBinary, null=True)
    client_key: str | None = column(SqlText, null=True)
    status: str = column(SqlText)
    provider_id: str | None = column(SqlText, null=True, unique=True)
    cancel_reason: str | None = column(SqlText, null=True)
    error: str | None = column(SqlText, null=True)
    next_check_at: datetime | None = column(MOMENT, null=True)
    checks: int = column(Integer)
    succeeded_at: datetime | None = column(MOMENT, null=True)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class NoticeRow(Table, table=True):
    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("event", "object_id"),
        Index("notice_to_apply", "next_attempt_at", postgresql_where=sql("status = 'new'")),
    )
    id: int = column(BigInteger, Identity(always=True), key=True)
    event: str = column(SqlText)
    object_id: str = column(SqlText)
    body: Any = column(JSONB)
    source: str = column(SqlText)
    status: str = column(SqlText)
    revision: int = column(Integer)
    attempts: int = column(Integer)
    next_attempt_at: datetime = column(MOMENT)
    outcome: str | None = column(SqlText, null=True)
    received_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)


class AlarmRow(Table, table=True):
    __tablename__ = "alarm"
    __table_args__ = (UniqueConstraint("kind", "object_id"),)
    id: int = column(BigInteger, Identity(always=True), key=True)
    kind: str = column(SqlText)
    object_id: str = column(SqlText)
    details: Any = column(JSONB)
    raised_at: datetime = column(MOMENT)
    resolved_at: datetime | None = column(MOMENT, null=True)


class AuditLogRow(Table, table=True):
    __tablename__ = "audit_log"
    __table_args__ = (
        Index("audit_log_by_time", "created_at", "id"),
        Index("audit_log_by_entity", "entity_type", "entity_id"),
        Index("audit_log_by_user", "user_id"),
    )
    id: UUID = column(SqlUuid, key=True)
    user_id: str = column(SqlText)
    action: str = column(SqlText)
    entity_type: str = column(SqlText)
    entity_id: str = column(SqlText)
    description: str | None = column(SqlText, null=True)
    changes: Any = column(JSONB, null=True)
    audit_metadata: Any = column(JSONB, null=True)
    created_at: datetime = column(MOMENT)


class LedgerEntryRow(Table, table=True):
    __tablename__ = "ledger_entry"
    __table_args__ = (Index("ledger_entry_by_time", "user_id", "posted_at"),)
    user_id: str = column(SqlText, key=True)
    transfer_id: int = column(BigInteger, key=True)
    sequence: int = column(BigInteger)
    kind: str = column(SqlText)
    amount: Decimal = column(CREDITS)
    balance_after: Decimal = column(CREDITS)
    reason: str | None = column(SqlText, null=True)
    model_id: str | None = column(SqlText, null=True)
    usage: Any = column(JSONB, null=True)
    price_version: str | None = column(SqlText, null=True)
    posted_at: datetime = column(MOMENT)
