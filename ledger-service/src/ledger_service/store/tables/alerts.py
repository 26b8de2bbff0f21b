"""What owners of accounts want to be told of."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class AlertWatch(Table, table=True):
    """The thresholds of an account, those crossed now, and how far its transfers were read."""

    __tablename__ = "alert_watch"
    __table_args__ = (
        Index("alert_watch_armed", "account_id", postgresql_where=sql("thresholds <> '[]'")),
    )
    account_id: str = of.account(key=True)
    thresholds: list[Any] = of.column(JSONB)
    raised: dict[str, Any] = of.column(JSONB)
    checked_sequence: int = of.big()
    checked_at: datetime = of.time()
