"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from billing_service.store.tables import binding, mailing, paying, promoting, selling
from billing_service.store.tables.columns import Table

METADATA = Table.metadata
TABLES = (binding, mailing, paying, promoting, selling)
