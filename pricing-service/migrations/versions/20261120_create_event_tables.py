"""Create the outbox of our facts and the inbox of those of others."""

from shared.migrations import EVENT_TABLES, run_script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_script(EVENT_TABLES)
