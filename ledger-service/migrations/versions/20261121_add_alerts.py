"""Add alerts: what an account's owner wants to be told of, and what they were told."""

from pathlib import Path

from shared.migrations import run_script

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_script(Path(__file__).parents[1] / "sql" / "0002_alerts.sql")
