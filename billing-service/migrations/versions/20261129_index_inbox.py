"""What is old is found in the inbox without reading all of it."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("CREATE INDEX inbox_by_age ON inbox (received_at)")


def downgrade() -> None:
    op.execute("DROP INDEX inbox_by_age")
