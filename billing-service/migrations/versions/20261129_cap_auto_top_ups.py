"""What automatic top-ups may cost within a month."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute(
        "ALTER TABLE customer ADD COLUMN auto_top_up_month_max numeric(12, 2)"
        " CHECK (auto_top_up_month_max > 0)"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE customer DROP COLUMN auto_top_up_month_max")
