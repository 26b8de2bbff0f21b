"""A run may be cancelled: by whom is kept with it."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE run ADD COLUMN cancelled_by text")
    op.execute("ALTER TABLE run DROP CONSTRAINT run_status_check")
    op.execute(
        """
        ALTER TABLE run ADD CONSTRAINT run_status_check CHECK (status IN
            ('running', 'succeeded', 'partial', 'failed', 'abandoned', 'cancelled'))
        """
    )
