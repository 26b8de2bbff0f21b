"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from sqlmodel import SQLModel

from ledger_service.store.tables import accounts, alerts, groups_and_prices, limits, reports

__all__ = ["METADATA", "accounts", "alerts", "groups_and_prices", "limits", "reports"]

METADATA = SQLModel.metadata
