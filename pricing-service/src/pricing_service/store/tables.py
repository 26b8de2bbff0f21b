"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Identity, Index, Numeric
from sqlalchemy import Text as SqlText
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, UniqueConstraint

from shared.columns import column


class Table(SQLModel, registry=registry()):
    """Has its own registry: several services' tables are loaded in one test process."""


METADATA = Table.metadata


def _text(*args: Any, key: bool = False, null: bool = False) -> Any:
    return column(SqlText, *args, key=key, null=null)


def _amount(*, null: bool = False) -> Any:
    return column(Numeric(30, 12), null=null)


def _time(*, key: bool = False) -> Any:
    return column(DateTime(timezone=True), key=key)


class Book(Table, table=True):
    """One row: grows with every change, and is the lock that all writers take first."""

    only_row: bool = Field(primary_key=True)
    revision: int = column(BigInteger)
    announced_at: datetime = _time()


class Setting(Table, table=True):
    """One row, written at the first start and by the settings API."""

    only_row: bool = Field(primary_key=True)
    usd_to_credit_ratio: Decimal = _amount()
    token_multiplier: int
    unknown_model_policy: str = _text()
    default_input: Decimal = _amount()
    default_output: Decimal = _amount()
    policy_version: UUID
    jump_percent_max: Decimal = _amount()


class Model(Table, table=True):
    """`restricted_by_admin` is null while the model follows Open WebUI."""

    __table_args__ = (
        Index("model_by_base", "base_model_id", postgresql_where=sql("base_model_id IS NOT NULL")),
    )
    id: str = _text(key=True)
    name: str = _text()
    base_model_id: str | None = _text(null=True)
    access: str = _text()
    is_active: bool
    status: str = _text()
    restricted_by_admin: bool | None = None
    sync_sequence: int = column(BigInteger)
    created_at: datetime = _time()


class PriceVersion(Table, table=True):
    """Immutable. A version that `inherits` has no prices: from it on the base's apply."""

    __tablename__ = "price_version"
    __table_args__ = (
        UniqueConstraint("model_id", "effective_from", name="one_version_per_moment"),
    )
    id: UUID = Field(primary_key=True)
    model_id: str = _text(ForeignKey("model.id"))
    effective_from: datetime = _time()
    inherits: bool
    is_free: bool
    input: Decimal | None = _amount(null=True)
    cached_input: Decimal | None = _amount(null=True)
    cache_write: Decimal | None = _amount(null=True)
    output: Decimal | None = _amount(null=True)
    reasoning: Decimal | None = _amount(null=True)
    image: Decimal | None = _amount(null=True)
    audio_second: Decimal | None = _amount(null=True)
    request: Decimal | None = _amount(null=True)
    source: str = _text()
    actor: str = _text()
    reason: str = _text()
    created_at: datetime = _time()


class Publication(Table, table=True):
    """What was announced: which version a model has from a moment on, own or inherited."""

    model_id: str = _text(ForeignKey("model.id"), key=True)
    effective_from: datetime = _time(key=True)
    version_id: UUID = Field(foreign_key="price_version.id")
    name: str = _text()
    is_free: bool
    is_restricted: bool
    is_available: bool
    inherited_from: str | None = _text(null=True)


class PriceChange(Table, table=True):
    """Append-only audit of what people and sync did to models, prices and settings."""

    __tablename__ = "price_change"
    __table_args__ = (Index("price_change_by_model", "model_id", "id"),)
    id: int = column(BigInteger, Identity(always=True), key=True)
    at: datetime = _time()
    action: str = _text()
    model_id: str | None = _text(null=True)
    actor_kind: str = _text()
    actor_id: str = _text()
    actor: str = _text()
    before: dict[str, Any] | None = column(JSONB, null=True)
    after: dict[str, Any] | None = column(JSONB, null=True)
    reason: str = _text()
    trace_id: str = _text()


class Idempotency(Table, table=True):
    """First answers of writes, by who asked and their key."""

    __table_args__ = (Index("idempotency_by_age", "created_at"),)
    actor_id: str = _text(key=True)
    key: str = _text(key=True)
    request_hash: str = _text()
    answer: str = _text()
    created_at: datetime = _time()


class Proposal(Table, table=True):
    """A price from a file. It counts when a person has approved it.

    `is_free` is null where the file does not say.
    """

    __table_args__ = (
        Index("proposal_by_status", "status", "created_at"),
        Index(
            "one_open_proposal", "model_id", unique=True, postgresql_where=sql("status = 'open'")
        ),
    )
    id: UUID = Field(primary_key=True)
    batch_id: UUID
    source: str = _text()
    model_id: str = _text()
    name: str | None = _text(null=True)
    prices: dict[str, Any] = column(JSONB)
    is_free: bool | None = None
    note: str = _text()
    status: str = _text()
    created_by: str = _text()
    created_at: datetime = _time()
    decided_by: str | None = _text(null=True)
    decided_at: datetime | None = column(DateTime(timezone=True), null=True)
