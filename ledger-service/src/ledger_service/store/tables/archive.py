"""History of a system that was used before."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Identity, Index

from ledger_service.store.tables import columns as of
from ledger_service.store.tables.columns import Table


class ArchiveEntry(Table, table=True):
    """One entry as it was recorded there; append-only."""

    __tablename__ = "archive_entry"
    __table_args__ = (
        Index("archive_entry_by_id", "id", unique=True),
        Index("archive_entry_of_account", "account_id", "id"),
        Index("archive_entry_of_source", "source", "kind", "entry_id"),
    )
    account_id: str = of.text(key=True)
    source: str = of.text(key=True)
    kind: str = of.text(key=True)
    entry_id: int = of.column(BigInteger, key=True)
    id: int = of.big(Identity(always=True))
    type: str = of.text()
    amount: Decimal | None = of.amount(null=True)
    balance_after: Decimal | None = of.amount(null=True)
    model_id: str | None = of.text(null=True)
    prompt_tokens: int | None = of.big(null=True)
    completion_tokens: int | None = of.big(null=True)
    cached_tokens: int | None = of.big(null=True)
    reasoning_tokens: int | None = of.big(null=True)
    actor: str = of.text()
    reason: str = of.text()
    details: str | None = of.text(null=True)
    created_at: datetime | None = of.time(null=True)
