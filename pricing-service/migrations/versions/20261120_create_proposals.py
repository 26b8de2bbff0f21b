"""Create proposals: prices from files, which count only when a person approves them."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        CREATE TABLE proposal (
            id uuid PRIMARY KEY,
            batch_id uuid NOT NULL,
            source text NOT NULL,
            model_id text NOT NULL CHECK (model_id <> ''),
            name text,
            prices jsonb NOT NULL CHECK (jsonb_typeof(prices) = 'object'),
            is_free boolean,
            note text NOT NULL DEFAULT '',
            status text NOT NULL DEFAULT 'open'
                CHECK (status IN ('open', 'approved', 'rejected', 'superseded')),
            created_by text NOT NULL,
            created_at timestamptz NOT NULL,
            decided_by text,
            decided_at timestamptz,
            CONSTRAINT decided_by_somebody CHECK ((status = 'open') = (decided_at IS NULL))
        )
        """
    )
    op.execute("CREATE INDEX proposal_by_status ON proposal (status, created_at)")
    # A newer file replaces what an older one proposed for the same model.
    op.execute("CREATE UNIQUE INDEX one_open_proposal ON proposal (model_id) WHERE status = 'open'")
