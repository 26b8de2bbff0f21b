"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from ledger_service.store.tables import (
    accounts,
    alerts,
    archive,
    groups_and_prices,
    limits,
    reports,
)
from ledger_service.store.tables.columns import Table

__all__ = ["METADATA", "accounts", "alerts", "archive", "groups_and_prices", "limits", "reports"]

METADATA = Table.metadata
