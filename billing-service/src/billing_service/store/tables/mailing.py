"""Mails to send."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Identity, Index, Integer, UniqueConstraint
from sqlalchemy import Text as SqlText
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from billing_service.store.tables.columns import MOMENT, Table
from shared.columns import column


class MailRow(Table, table=True):
    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("reason", "subject"),
        Index("mail_to_send", "next_attempt_at", postgresql_where=sql("status = 'waiting'")),
    )
    id: int = column(BigInteger, Identity(always=True), key=True)
    user_id: str = column(SqlText)
    reason: str = column(SqlText)
    subject: str = column(SqlText)
    facts: Any = column(JSONB)
    status: str = column(SqlText)
    attempts: int = column(Integer)
    next_attempt_at: datetime = column(MOMENT)
    outcome: str | None = column(SqlText, null=True)
    created_at: datetime = column(MOMENT)
    sent_at: datetime | None = column(MOMENT, null=True)
