"""The posting engine looks for first answers by their key alone, whatever plan was kept."""

from pathlib import Path

from shared.migrations import run_replaceable

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ENGINE = "9ff94e7738597e40697daf430347636df09959dc9f841c1f51b7eff0d5fce4ef"


def upgrade() -> None:
    run_replaceable(Path(__file__).parents[1] / "posting_engine.sql", ENGINE)
