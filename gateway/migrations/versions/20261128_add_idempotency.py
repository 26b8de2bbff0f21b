"""Add first answers: a key is issued once however often its request is sent."""

from alembic import op

from shared import idempotency

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in idempotency.CREATE_SQL:
        op.execute(statement)
