"""Create the outbox of our facts and the inbox that every service has."""

from alembic import op

from shared import inbox, outbox

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in (*outbox.CREATE_SQL, *inbox.CREATE_SQL):
        op.execute(statement)
