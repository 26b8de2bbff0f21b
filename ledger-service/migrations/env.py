"""Alembic environment of the ledger's database."""

from ledger_service.store.tables import METADATA

from shared.migrations import run

run(METADATA)
