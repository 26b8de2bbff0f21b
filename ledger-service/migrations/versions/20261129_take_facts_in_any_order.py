"""Facts of billing may come in any order: what came too early waits, what came too late is known."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # First what takes long: no charge is posted from the first lock on `account` until the commit.
    op.execute("CREATE INDEX inbox_by_age ON inbox (received_at)")
    op.execute(
        """
        CREATE TABLE early_taking (
            account_id text NOT NULL REFERENCES account,
            event_id uuid NOT NULL,
            reference text NOT NULL,
            refund_id text,
            credits numeric(30,12) CHECK (credits > 0),
            put_aside_at timestamptz NOT NULL DEFAULT now(),
            PRIMARY KEY (account_id, event_id)
        )
        """
    )
    op.execute("ALTER TABLE account ADD COLUMN entitlement_sequence bigint NOT NULL DEFAULT 0")
