"""Groups, resets and the copy of the price book."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Identity, Index
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class ClosedPeriod(Table, table=True):
    """The balance with which an allowance period of an account ended."""

    __tablename__ = "closed_period"
    account_id: str = of.account(key=True)
    period: str = of.text(key=True)
    balance: Decimal = of.amount()


class ResetRun(Table, table=True):
    """A reset of all accounts: one per period by the calendar, any number by force."""

    __tablename__ = "reset_run"
    __table_args__ = (
        Index(
            "one_monthly_reset",
            "period",
            unique=True,
            postgresql_where=sql("reset_type = 'monthly'"),
        ),
        Index(
            "one_forced_reset",
            "reset_type",
            unique=True,
            postgresql_where=sql("reset_type = 'forced' AND status = 'running'"),
        ),
    )
    id: int = of.big(Identity(always=True), key=True)
    reset_type: str = of.text()
    period: str = of.text()
    status: str = of.text()
    actor: str = of.text()
    cursor: str = of.text()
    users_affected: int = of.big()
    credits_granted: Decimal = of.amount()
    started_at: datetime = of.time()
    finished_at: datetime | None = of.time(null=True)


class MemberGroup(Table, table=True):
    """A group of Open WebUI's or of our own, and what it gives its members."""

    __tablename__ = "member_group"
    group_id: str = of.text(key=True)
    name: str = of.text()
    default_credits: Decimal = of.amount()
    is_system_group: bool
    is_own: bool
    priority: int
    status: str = of.text()
    sync_sequence: int = of.big()
    created_at: datetime = of.time()
    updated_at: datetime = of.time()


class Membership(Table, table=True):
    """Who belongs to what; a group may be told later than its members."""

    __table_args__ = (Index("membership_by_group", "group_id"),)
    account_id: str = of.account(key=True)
    group_id: str = of.text(key=True)


class Price(Table, table=True):
    """Copy of what pricing-service published."""

    model_id: str = of.text(key=True)
    version_id: str = of.text()
    name: str = of.text()
    effective_from: datetime = of.time()
    prices: dict[str, Any] = of.column(JSONB)
    is_free: bool
    is_restricted: bool
    is_available: bool
    inherited_from: str | None = of.text(null=True)
    event_sequence: int = of.big(key=True)


class UnknownModelPolicy(Table, table=True):
    """One row: what a model without a price costs."""

    __tablename__ = "unknown_model_policy"
    only_row: bool = Field(primary_key=True)
    policy: str = of.text()
    prices: dict[str, Any] = of.column(JSONB)
    version_id: str = of.text()
    event_sequence: int = of.big()


class PriceBook(Table, table=True):
    """One row that grows with every change of the prices."""

    __tablename__ = "price_book"
    only_row: bool = Field(primary_key=True)
    revision: int = of.big()
