"""Cards that are bound before a trial."""

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"

SQL = Path(__file__).resolve().parents[1] / "sql" / "0007_bindings.sql"


def upgrade() -> None:
    for statement in SQL.read_text().split(";\n"):
        if statement.strip():
            op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE binding")
