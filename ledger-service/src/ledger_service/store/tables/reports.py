"""Roll-ups of usage, the log, and grants from files."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Identity, Index, LargeBinary, Numeric
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, UniqueConstraint

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class _Units(Table):
    input: int = Field(sa_type=BigInteger)
    cached_input: int = Field(sa_type=BigInteger)
    cache_write: int = Field(sa_type=BigInteger)
    output: int = Field(sa_type=BigInteger)
    reasoning: int = Field(sa_type=BigInteger)
    image: int = Field(sa_type=BigInteger)
    audio_second: int = Field(sa_type=BigInteger)
    request: int = Field(sa_type=BigInteger)


class _Usage(_Units):
    charges: int = Field(sa_type=BigInteger)
    charged: Decimal = Field(sa_type=Numeric(30, 12))
    reversed: Decimal = Field(sa_type=Numeric(30, 12))
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    updated_at: datetime = Field(sa_type=DateTime(timezone=True))


class UsageDay(_Usage, table=True):
    """Charges of an account with a model on one day of the installation's time zone."""

    __tablename__ = "usage_day"
    __table_args__ = (Index("usage_day_by_day", "day"),)
    account_id: str = of.text(key=True)
    day: date = Field(primary_key=True)
    model_id: str = of.text(key=True)


class UsageMonth(_Usage, table=True):
    """The same by month, named by its first day."""

    __tablename__ = "usage_month"
    __table_args__ = (Index("usage_month_by_month", "month"),)
    account_id: str = of.text(key=True)
    month: date = Field(primary_key=True)
    model_id: str = of.text(key=True)


class UsageByAccount(Table, table=True):
    """What an account used in a span of time, whatever the model."""

    __tablename__ = "usage_by_account"
    __table_args__ = (Index("usage_by_account_since", "since"),)
    account_id: str = of.text(key=True)
    span: str = of.text(key=True)
    since: date = Field(primary_key=True)
    charges: int = of.big()
    used: Decimal = of.amount()


class UsageByModel(_Units, table=True):
    """What was used of a model in a span of time, and by how many; '' is all models."""

    __tablename__ = "usage_by_model"
    span: str = of.text(key=True)
    since: date = Field(primary_key=True)
    model_id: str = of.text(key=True)
    users: int = of.big()
    charges: int = of.big()
    used: Decimal = of.amount()


class UsageWindow(Table, table=True):
    """Who was active in the days up to one, how many in as many days before, who used most."""

    __tablename__ = "usage_window"
    days: int = Field(primary_key=True)
    until: date
    active: int = of.big()
    active_before: int = of.big()
    first: list[dict[str, Any]] = of.column(JSONB)
    made_at: datetime = of.time()


class UsagePosition(Table, table=True):
    """One row: how far the roll-ups have read the outbox."""

    __tablename__ = "usage_position"
    only_row: bool = Field(primary_key=True)
    xid: str = of.text()
    sequence: int = of.big()
    summed_xid: str = of.text()
    summed_sequence: int = of.big()
    summed_until: date


class LedgerLog(Table, table=True):
    """Append-only: what people and the calendar did to the ledger."""

    __tablename__ = "ledger_log"
    __table_args__ = (
        Index("ledger_log_by_account", "account_id", "id"),
        Index("ledger_log_by_time", "at"),
    )
    id: int = of.big(Identity(always=True), key=True)
    at: datetime = of.time()
    log_type: str = of.text()
    actor: str = of.text()
    actor_id: str = of.text()
    account_id: str | None = of.text(null=True)
    model_id: str | None = of.text(null=True)
    message: str = of.text()
    before: dict[str, Any] | None = of.column(JSONB, null=True)
    after: dict[str, Any] | None = of.column(JSONB, null=True)
    reason: str = of.text()
    trace_id: str = of.text()


class GrantBatch(Table, table=True):
    """Grants from one file, applied and undone as one."""

    __tablename__ = "grant_batch"
    __table_args__ = (
        UniqueConstraint("idempotency_key"),
        Index("grant_batch_open", "id", postgresql_where=sql("status IN ('applying', 'undoing')")),
    )
    id: UUID = Field(primary_key=True)
    idempotency_key: str = of.text()
    request_hash: bytes = of.column(LargeBinary)
    status: str = of.text()
    actor: str = of.text()
    reason: str = of.text()
    created_at: datetime = of.time()
    updated_at: datetime = of.time()
    undone_by: str | None = of.text(null=True)


class GrantBatchRow(Table, table=True):
    """One line of the file, and the transfers that granted it and took it back."""

    __tablename__ = "grant_batch_row"
    batch_id: UUID = Field(primary_key=True, foreign_key="grant_batch.id")
    line: int = Field(primary_key=True)
    account_id: str = of.account()
    amount: Decimal = of.amount()
    source: str = of.text()
    reason: str = of.text()
    expires_at: datetime | None = of.time(null=True)
    transfer_id: int | None = of.big(null=True)
    reversal_id: int | None = of.big(null=True)


class Verification(Table, table=True):
    """How many breaches of an invariant its last check found (it stops counting at 100)."""

    __tablename__ = "verification"
    invariant: str = of.text(key=True)
    breaches: int
    checked_at: datetime = of.time()


class Idempotency(Table, table=True):
    """First answers of writes that are not postings, by who asked and their key."""

    __table_args__ = (Index("idempotency_by_age", "created_at"),)
    actor_id: str = of.text(key=True)
    key: str = of.text(key=True)
    request_hash: str = of.text()
    answer: str = of.text()
    created_at: datetime = of.time()
