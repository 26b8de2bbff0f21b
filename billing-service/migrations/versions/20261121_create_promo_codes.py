"""Promo codes and every use of them."""

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"

SQL = Path(__file__).resolve().parents[1] / "sql" / "0004_promo_codes.sql"


def upgrade() -> None:
    for statement in SQL.read_text().split(";\n"):
        if statement.strip():
            op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE promo_redemption, promo_code")
