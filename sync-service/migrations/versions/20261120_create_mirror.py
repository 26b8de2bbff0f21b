"""Create the mirror of Open WebUI, the schedule of its polls and the history of runs."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATUS = "text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed'))"

_TABLES = (
    f"""
    CREATE TABLE mirror_user (
        id text PRIMARY KEY CHECK (id <> ''),
        name text NOT NULL,
        email text NOT NULL,
        role text NOT NULL,
        status {_STATUS},
        changed_at timestamptz NOT NULL
    )
    """,
    f"""
    CREATE TABLE mirror_group (
        id text PRIMARY KEY CHECK (id <> ''),
        name text NOT NULL,
        status {_STATUS},
        changed_at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE mirror_membership (
        id text PRIMARY KEY CHECK (id <> ''),
        group_ids text[] NOT NULL,
        changed_at timestamptz NOT NULL
    )
    """,
    f"""
    CREATE TABLE mirror_model (
        id text PRIMARY KEY CHECK (id <> ''),
        name text NOT NULL,
        base_model_id text,
        is_active boolean NOT NULL,
        access text NOT NULL CHECK (access IN ('public', 'restricted', 'private')),
        origin text NOT NULL CHECK (origin IN ('rest', 'database')),
        status {_STATUS},
        changed_at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE poll (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        holder text NOT NULL DEFAULT '',
        lease_until timestamptz NOT NULL DEFAULT '-infinity',
        next_due_at timestamptz NOT NULL DEFAULT '-infinity',
        last_started_at timestamptz NOT NULL DEFAULT '-infinity',
        hinted_at timestamptz
    )
    """,
    "INSERT INTO poll DEFAULT VALUES",
    """
    CREATE TABLE run (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        trigger text NOT NULL CHECK (trigger IN ('timer', 'hint', 'manual')),
        actor text NOT NULL,
        kinds text[] NOT NULL,
        forced boolean NOT NULL,
        status text NOT NULL DEFAULT 'running'
            CHECK (status IN ('running', 'succeeded', 'partial', 'failed', 'abandoned')),
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        counts jsonb NOT NULL DEFAULT '{}',
        errors jsonb NOT NULL DEFAULT '[]',
        CHECK ((status = 'running') = (finished_at IS NULL))
    )
    """,
    "CREATE INDEX run_unfinished ON run (id) WHERE status = 'running'",
    "CREATE INDEX run_by_age ON run (started_at)",
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
