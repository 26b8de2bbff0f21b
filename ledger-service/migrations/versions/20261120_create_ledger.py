"""Create the ledger: accounts, transfers, holds, lots, groups, prices and the posting engine."""

from pathlib import Path

from shared.migrations import EVENT_TABLES, run_script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"


def upgrade() -> None:
    run_script(EVENT_TABLES)
    for name in ("tables", "archive", "limits", "facts", "posting"):
        run_script(SQL / f"0001_{name}.sql")
