"""Create the ledger: accounts, transfers, holds, lots, groups, prices and the posting engine."""

from pathlib import Path

from alembic import op

from shared import inbox, outbox
from shared.migrations import run_script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).parents[1] / "sql"


def upgrade() -> None:
    for statement in (*outbox.CREATE_SQL, *inbox.CREATE_SQL):
        op.execute(statement)
    for name in ("tables", "archive", "limits", "facts", "posting"):
        run_script(SQL / f"0001_{name}.sql")
