"""Outbox, inbox, dead letters and the position of the relay."""

from alembic import op

from shared import inbox, outbox

revision = "0001"
down_revision = None


def upgrade() -> None:
    for statement in (*outbox.CREATE_SQL, *inbox.CREATE_SQL):
        op.execute(statement)


def downgrade() -> None:
    for table in ("dead_letter", "inbox", "relay", "outbox"):
        op.execute(f"DROP TABLE {table}")
