"""Alembic environment of the sync database."""

from sync_service.store.tables import METADATA

from shared.migrations import run

run(METADATA)
