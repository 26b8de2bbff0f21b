"""Cards that are bound before a trial."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary
from sqlalchemy import Text as SqlText
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy import text as sql

from billing_service.store.tables.columns import MOMENT, Table
from shared.columns import column


class BindingRow(Table, table=True):
    __tablename__ = "binding"
    __table_args__ = (
        Index("binding_of_user", "user_id", "created_at"),
        Index(
            "binding_to_check", "next_check_at", postgresql_where=sql("next_check_at IS NOT NULL")
        ),
    )
    id: UUID = column(SqlUuid, key=True)
    user_id: str = column(SqlText)
    plan_id: str = column(SqlText, ForeignKey("plan.id"))
    idempotence_key: str = column(SqlText, unique=True)
    request: bytes = column(LargeBinary)
    consent_text: str = column(SqlText)
    status: str = column(SqlText)
    provider_id: str | None = column(SqlText, null=True, unique=True)
    confirmation_url: str | None = column(SqlText, null=True)
    error: str | None = column(SqlText, null=True)
    next_check_at: datetime | None = column(MOMENT, null=True)
    checks: int = column(Integer)
    created_at: datetime = column(MOMENT)
    updated_at: datetime = column(MOMENT)
