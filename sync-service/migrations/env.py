"""Alembic environment of the sync database."""

from shared.migrations import run
from sync_service.store.tables import METADATA

run(METADATA)
