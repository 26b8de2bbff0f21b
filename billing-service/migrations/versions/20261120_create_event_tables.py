"""Outbox, inbox, dead letters and the position of the relay."""

from alembic import op

from shared.migrations import EVENT_TABLES, run_script

revision = "0001"
down_revision = None


def upgrade() -> None:
    run_script(EVENT_TABLES)


def downgrade() -> None:
    for table in ("dead_letter", "inbox", "relay", "outbox"):
        op.execute(f"DROP TABLE {table}")
