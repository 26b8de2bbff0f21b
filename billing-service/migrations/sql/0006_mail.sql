-- What happened and is to be told once: a second row for the same reason and subject is refused.
CREATE TABLE mail (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id text NOT NULL,
    reason text NOT NULL CHECK (
        reason IN ('payment', 'renewal_soon', 'renewal_failed', 'quota', 'low_balance', 'alert')),
    subject text NOT NULL,
    facts jsonb NOT NULL,
    status text NOT NULL CHECK (status IN ('waiting', 'sent', 'failed', 'dropped')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    outcome text,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
    UNIQUE (reason, subject)
);
CREATE INDEX mail_to_send ON mail (next_attempt_at) WHERE status = 'waiting';
ALTER TABLE customer ADD COLUMN language text CHECK (language IN ('en', 'ru'))
