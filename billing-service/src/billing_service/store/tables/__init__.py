"""Shape of the tables, for migrations and the drift test alone; the running service has SQL."""

from sqlmodel import SQLModel

from billing_service.store.tables import mailing, paying, promoting, selling

METADATA = SQLModel.metadata
TABLES = (mailing, paying, promoting, selling)
