"""Create models, immutable price versions, what was announced of them, settings and the audit."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# NaN is greater than every number for PostgreSQL, so the upper bound also refuses it.
_AMOUNT = "numeric(30,12) CHECK ({0} >= 0 AND {0} < 1e18)"
_UNITS = (
    "input", "cached_input", "cache_write", "output",
    "reasoning", "image", "audio_second", "request",
)
_PRICES = ",\n        ".join(f"{unit} {_AMOUNT.format(unit)}" for unit in _UNITS)

_TABLES = (
    """
    CREATE TABLE book (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        revision bigint NOT NULL,
        announced_at timestamptz NOT NULL DEFAULT now()
    )
    """,
    "INSERT INTO book (revision) VALUES (0)",
    f"""
    CREATE TABLE setting (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        usd_to_credit_ratio numeric(30,12) NOT NULL
            CHECK (usd_to_credit_ratio > 0 AND usd_to_credit_ratio < 1e18),
        token_multiplier integer NOT NULL CHECK (token_multiplier > 0),
        unknown_model_policy text NOT NULL CHECK (unknown_model_policy IN ('default', 'refuse')),
        default_input {_AMOUNT.format("default_input")} NOT NULL,
        default_output {_AMOUNT.format("default_output")} NOT NULL,
        policy_version uuid NOT NULL,
        jump_percent_max numeric(30,12) NOT NULL
            CHECK (jump_percent_max > 0 AND jump_percent_max < 1e18)
    )
    """,
    """
    CREATE TABLE model (
        id text PRIMARY KEY CHECK (id <> ''),
        name text NOT NULL,
        base_model_id text,
        access text NOT NULL DEFAULT 'public' CHECK (access IN ('public', 'restricted', 'private')),
        is_active boolean NOT NULL DEFAULT true,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
        restricted_by_admin boolean,
        sync_sequence bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
    )
    """,
    "CREATE INDEX model_by_base ON model (base_model_id) WHERE base_model_id IS NOT NULL",
    f"""
    CREATE TABLE price_version (
        id uuid PRIMARY KEY,
        model_id text NOT NULL REFERENCES model,
        effective_from timestamptz NOT NULL,
        inherits boolean NOT NULL DEFAULT false,
        is_free boolean NOT NULL,
        {_PRICES},
        source text NOT NULL,
        actor text NOT NULL,
        reason text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL,
        CONSTRAINT one_version_per_moment UNIQUE (model_id, effective_from),
        CONSTRAINT priced_or_inherited CHECK (
            CASE WHEN inherits
                THEN num_nonnulls({", ".join(_UNITS)}) = 0
                ELSE num_nulls(input, output) = 0
            END
        )
    )
    """,
    """
    CREATE TABLE publication (
        model_id text NOT NULL REFERENCES model,
        effective_from timestamptz NOT NULL,
        version_id uuid NOT NULL REFERENCES price_version,
        name text NOT NULL,
        is_free boolean NOT NULL,
        is_restricted boolean NOT NULL,
        is_available boolean NOT NULL,
        inherited_from text,
        PRIMARY KEY (model_id, effective_from)
    )
    """,
    """
    CREATE TABLE price_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        action text NOT NULL,
        model_id text,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        actor text NOT NULL,
        before jsonb,
        after jsonb,
        reason text NOT NULL DEFAULT '',
        trace_id text NOT NULL DEFAULT ''
    )
    """,
    "CREATE INDEX price_change_by_model ON price_change (model_id, id)",
    """
    CREATE TABLE idempotency (
        actor_id text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        answer text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, key)
    )
    """,
    "CREATE INDEX idempotency_by_age ON idempotency (created_at)",
)

_GUARDS = (
    """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END
    $$
    """,
    *(
        f"""
        CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """
        for table in ("price_version", "price_change")
    ),
)


def upgrade() -> None:
    for statement in (*_TABLES, *_GUARDS):
        op.execute(statement)
