"""The posting engine keeps its plans, and looks for first answers by their key alone."""

from pathlib import Path

from shared.migrations import run_replaceable

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ENGINE = "6d96e54c0457d5d6266f733466ad9cd20e63bc728527cae3a1cb8d2c81c1d189"


def upgrade() -> None:
    run_replaceable(Path(__file__).parents[1] / "posting_engine.sql", ENGINE)
