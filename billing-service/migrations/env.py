"""Runs the migrations of billing."""

from billing_service.store.tables import METADATA

from shared.migrations import run

run(METADATA)
