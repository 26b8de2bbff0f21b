"""Add summaries of usage: by account without the model, and by model without the account."""

from pathlib import Path

from shared.migrations import run_script

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_script(Path(__file__).parents[1] / "sql" / "0004_summaries.sql")
