"""Add first answers: writes that are not postings are done once per idempotency key, too."""

from alembic import op

from shared import idempotency

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in idempotency.CREATE_SQL:
        op.execute(statement)
