"""Add first answers: a key is issued once however often its request is sent."""

from shared.migrations import IDEMPOTENCY, run_script

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_script(IDEMPOTENCY)
