"""Alembic environment of the gateway's database."""

from gateway.store.tables import METADATA

from shared.migrations import run

run(METADATA)
