"""Caps and what was used of them."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlmodel import Field, UniqueConstraint

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class LimitRule(Table, table=True):
    """A cap for a user, for each member of a group, or for each user."""

    __tablename__ = "limit_rule"
    __table_args__ = (
        UniqueConstraint(
            "scope",
            "subject",
            "metric",
            "model_id",
            "per",
            "source",
            postgresql_nulls_not_distinct=True,
        ),
    )
    id: UUID = Field(primary_key=True)
    scope: str = of.text()
    subject: str = of.text()
    metric: str = of.text()
    model_id: str | None = of.text(null=True)
    per: str = of.text()
    cap: Decimal = of.amount()
    source: str = of.text()
    zone: str = of.text()
    starts_at: datetime = of.time()
    ends_at: datetime = of.time()
    created_by: str = of.text()
    created_at: datetime = of.time()


class LimitUse(Table, table=True):
    """What one account used and holds of a limit in one stretch of time."""

    __tablename__ = "limit_use"
    account_id: str = of.account(key=True)
    rule_id: UUID = of.column(Uuid, ForeignKey("limit_rule.id", ondelete="CASCADE"), key=True)
    starts_at: datetime = of.time(key=True)
    used: Decimal = of.amount()
    reserved: Decimal = of.amount()
