"""Add first answers: writes that are not postings are done once per idempotency key, too."""

from shared.migrations import IDEMPOTENCY, run_script

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_script(IDEMPOTENCY)
