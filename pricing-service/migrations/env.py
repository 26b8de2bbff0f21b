"""Alembic environment of the pricing database."""

from pricing_service.store.tables import METADATA

from shared.migrations import run

run(METADATA)
