"""Create administrators, sessions, API keys, the login throttle and the audit log."""

from alembic import op

from shared.migrations import EVENT_TABLES, run_script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE admin (
        username text PRIMARY KEY CHECK (username ~ '^[A-Za-z0-9._@-]{1,64}$'),
        password_hash text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'accountant', 'support', 'read-only')),
        totp_nonce text,
        totp_confirmed boolean NOT NULL DEFAULT false,
        totp_last_step bigint NOT NULL DEFAULT 0,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        CHECK (totp_nonce IS NOT NULL OR NOT totp_confirmed)
    )
    """,
    """
    CREATE TABLE session (
        jti uuid PRIMARY KEY,
        username text NOT NULL REFERENCES admin (username),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        revoked_at timestamptz
    )
    """,
    "CREATE INDEX session_by_admin ON session (username)",
    "CREATE INDEX session_by_expiry ON session (expires_at)",
    """
    CREATE TABLE api_key (
        id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]{12}$'),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        secret_mac bytea NOT NULL CHECK (length(secret_mac) = 32),
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        expires_at timestamptz,
        revoked_at timestamptz,
        rotated_from text REFERENCES api_key (id)
    )
    """,
    "CREATE UNIQUE INDEX api_key_rotated_once ON api_key (rotated_from)",
    """
    CREATE TABLE login_throttle (
        subject text PRIMARY KEY,
        failures integer NOT NULL CHECK (failures >= 0),
        last_failure_at timestamptz NOT NULL,
        blocked_until timestamptz NOT NULL
    )
    """,
    # One row: every process compares it twice a second with what it has cached.
    """
    CREATE TABLE credential_revision (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        revision bigint NOT NULL
    )
    """,
    "INSERT INTO credential_revision (revision) VALUES (0)",
    """
    CREATE FUNCTION bump_credential_revision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE credential_revision SET revision = revision + 1;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER api_key_changes AFTER INSERT OR DELETE OR
        UPDATE OF scopes, secret_mac, expires_at, revoked_at ON api_key
        FOR EACH STATEMENT EXECUTE FUNCTION bump_credential_revision()
    """,
    """
    CREATE TRIGGER admin_changes AFTER UPDATE OF role, disabled_at ON admin
        FOR EACH STATEMENT EXECUTE FUNCTION bump_credential_revision()
    """,
    """
    CREATE TRIGGER session_changes AFTER UPDATE OF revoked_at ON session
        FOR EACH STATEMENT EXECUTE FUNCTION bump_credential_revision()
    """,
    # How a person who has no session of Open WebUI here proves who they are: a link given out in
    # the chat is exchanged once for a session. Of both only the MAC is kept.
    """
    CREATE TABLE user_link (
        code_mac bytea PRIMARY KEY CHECK (length(code_mac) = 32),
        user_id text NOT NULL CHECK (length(user_id) BETWEEN 1 AND 255),
        name text NOT NULL,
        email text NOT NULL,
        issued_by text NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
        used_at timestamptz
    )
    """,
    "CREATE INDEX user_link_by_user ON user_link (user_id, issued_at)",
    "CREATE INDEX user_link_by_expiry ON user_link (expires_at)",
    """
    CREATE TABLE user_session (
        token_mac bytea PRIMARY KEY CHECK (length(token_mac) = 32),
        user_id text NOT NULL CHECK (length(user_id) BETWEEN 1 AND 255),
        name text NOT NULL,
        email text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
        revoked_at timestamptz
    )
    """,
    "CREATE INDEX user_session_by_expiry ON user_session (expires_at)",
    """
    CREATE TRIGGER user_session_changes AFTER UPDATE OF revoked_at ON user_session
        FOR EACH STATEMENT EXECUTE FUNCTION bump_credential_revision()
    """,
    """
    CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        actor_kind text NOT NULL,
        action text NOT NULL,
        target text NOT NULL,
        before jsonb,
        after jsonb,
        reason text,
        address text,
        trace_id text NOT NULL
    )
    """,
    "CREATE INDEX audit_entry_by_actor ON audit_entry (actor, id)",
    "CREATE INDEX audit_entry_by_action ON audit_entry (action, id)",
    "CREATE INDEX audit_entry_by_target ON audit_entry (target, id)",
    """
    CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
    END $$
    """,
    """
    CREATE TRIGGER audit_entry_is_final BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history()
    """,
    """
    CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history()
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
    run_script(EVENT_TABLES)
