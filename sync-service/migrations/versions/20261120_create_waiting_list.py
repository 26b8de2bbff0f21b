"""Create the waiting list and the counters that limit how fast strangers may write to it."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = (
    """
    CREATE TABLE applicant (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        full_name text NOT NULL CHECK (full_name <> ''),
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        created_at timestamptz NOT NULL,
        processed_at timestamptz,
        processed_by text,
        account text NOT NULL DEFAULT 'none' CHECK (account IN ('none', 'created', 'existed')),
        CHECK ((processed_at IS NULL) = (processed_by IS NULL))
    )
    """,
    "CREATE INDEX applicant_in_order ON applicant ((processed_at IS NOT NULL), id)",
    """
    CREATE TABLE attempt_count (
        scope text NOT NULL,
        started_at timestamptz NOT NULL,
        attempts integer NOT NULL CHECK (attempts > 0),
        PRIMARY KEY (scope, started_at)
    )
    """,
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
