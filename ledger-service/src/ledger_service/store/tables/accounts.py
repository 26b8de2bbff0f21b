"""Accounts with their transfers, holds and lots."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, Sequence
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, UniqueConstraint

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class Account(Table, table=True):
    """One user. `blocked` is an operator's decision, `status` what follows from it and sync."""

    __table_args__ = (
        Index("account_by_name", sql("lower(name)"), "account_id"),
        Index("account_due", "lots_due_at", postgresql_where=sql("status <> 'closed'")),
    )
    account_id: str = of.text(key=True)
    name: str = of.text()
    email: str = of.text()
    role: str = of.text()
    status: str = of.text()
    blocked: str | None = of.text(null=True)
    balance: Decimal = of.amount()
    held: Decimal = of.amount()
    credit_line: Decimal = of.amount()
    sequence: int = of.big()
    lots_due_at: datetime = of.time()
    sync_sequence: int = of.big()
    membership_sequence: int = of.big()
    entitlement_sequence: int = of.big()
    opened_at: datetime = of.time()
    updated_at: datetime = of.time()


class Transfer(Table, table=True):
    """Immutable; partitioned by account. Written by post_items alone."""

    __table_args__ = (
        UniqueConstraint("account_id", "idempotency_key"),
        Index("transfer_by_id", "id"),
        Index("transfer_by_time", "posted_at", postgresql_using="brin"),
        Index("transfer_by_words", "model_id", "actor", postgresql_using="brin"),
        Index("transfer_but_charges", "id", postgresql_where=sql("kind <> 'charge'")),
        {"postgresql_partition_by": "HASH (account_id)"},
    )
    account_id: str = of.text(key=True)
    sequence: int = of.big(key=True)
    id: int = of.big(Sequence("transfer_id"))
    kind: str = of.text()
    debit_account: str = of.text()
    credit_account: str = of.text()
    amount: Decimal = of.amount()
    covered: Decimal = of.amount()
    balance_after: Decimal = of.amount()
    idempotency_key: str = of.text()
    request_hash: bytes = of.column(LargeBinary)
    model_id: str | None = of.text(null=True)
    lines: list[Any] | None = of.column(JSONB, null=True)
    price_version: str | None = of.text(null=True)
    hold_id: UUID | None = None
    reason: str = of.text()
    actor: str = of.text()
    trace_id: str = of.text()
    posted_at: datetime = of.time()


class Hold(Table, table=True):
    """A reservation; it ends once."""

    __table_args__ = (
        UniqueConstraint("account_id", "idempotency_key"),
        Index("hold_by_id", "id"),
        Index("hold_to_expire", "expires_at", postgresql_where=sql("status = 'open'")),
    )
    account_id: str = of.account(key=True)
    id: UUID = Field(primary_key=True)
    status: str = of.text()
    model_id: str = of.text()
    price_version: str = of.text()
    prices: dict[str, Any] = of.column(JSONB)
    is_free: bool
    amount: Decimal = of.amount()
    max_tokens: int | None = of.big(null=True)
    counted_lines: list[Any] = of.column(JSONB)
    counted_amount: Decimal = of.amount()
    idempotency_key: str = of.text()
    request_hash: bytes = of.column(LargeBinary)
    actor: str = of.text()
    opened_at: datetime = of.time()
    expires_at: datetime = of.time()
    ended_at: datetime | None = of.time(null=True)
    reservations: list[Any] = of.column(JSONB)


class Lot(Table, table=True):
    """A grant with what was left of it when it was last looked at."""

    __table_args__ = (
        UniqueConstraint("account_id", "source", "period"),
        Index("lot_live", "account_id", postgresql_where=sql("remaining > 0")),
        Index(
            "lot_to_expire",
            "expires_at",
            postgresql_where=sql("remaining > 0 AND expires_at < 'infinity'"),
        ),
        Index("lot_of_period", "period", postgresql_where=sql("source = 'allowance'")),
    )
    account_id: str = of.account(key=True)
    id: UUID = Field(primary_key=True)
    source: str = of.text()
    amount: Decimal = of.amount()
    remaining: Decimal = of.amount()
    priority: int
    period: str | None = of.text(null=True)
    reference: str | None = of.text(null=True)
    transfer_id: int | None = of.big(null=True)
    granted_at: datetime = of.time()
    expires_at: datetime = of.time()


class EarlyTaking(Table, table=True):
    """What is to be taken from a lot that has not come. Where no lot ever comes, it stays."""

    __tablename__ = "early_taking"
    account_id: str = of.account(key=True)
    event_id: UUID = Field(primary_key=True)
    reference: str = of.text()
    refund_id: str | None = of.text(null=True)
    credits: Decimal | None = of.amount(null=True)
    put_aside_at: datetime = of.time()
