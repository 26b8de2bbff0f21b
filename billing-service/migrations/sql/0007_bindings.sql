-- A card that is bound before a trial begins: the wish, its key and body, stored before the call.
CREATE TABLE binding (
    id uuid PRIMARY KEY,
    user_id text NOT NULL,
    plan_id text NOT NULL REFERENCES plan (id),
    idempotence_key text NOT NULL UNIQUE,
    request bytea NOT NULL,
    consent_text text NOT NULL,
    status text NOT NULL CHECK (status IN ('sent', 'pending', 'active', 'inactive', 'failed')),
    provider_id text UNIQUE,
    confirmation_url text,
    error text,
    next_check_at timestamptz,
    checks integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX binding_of_user ON binding (user_id, created_at);
CREATE INDEX binding_to_check ON binding (next_check_at) WHERE next_check_at IS NOT NULL;
