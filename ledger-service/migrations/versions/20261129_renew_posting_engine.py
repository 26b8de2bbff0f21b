"""The posting engine keeps its plans, and looks for first answers by their key alone."""

from pathlib import Path

from shared.migrations import run_replaceable

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ENGINE = "3e4068da6ca4f20164566379f2743304a07f1fcacf35634ffb8bfdac5e35ac6c"


def upgrade() -> None:
    run_replaceable(Path(__file__).parents[1] / "posting_engine.sql", ENGINE)
