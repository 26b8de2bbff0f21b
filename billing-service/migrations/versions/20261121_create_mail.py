"""Mails to send, and the language in which a customer reads them."""

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"

SQL = Path(__file__).resolve().parents[1] / "sql" / "0006_mail.sql"


def upgrade() -> None:
    for statement in SQL.read_text().split(";\n"):
        if statement.strip():
            op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE mail")
    op.execute("ALTER TABLE customer DROP COLUMN language")
