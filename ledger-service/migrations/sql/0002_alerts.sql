-- What the owner of an account wants to be told of. The worker reads the account's transfers from
-- `checked_sequence` on, so that a crossing counts once, however often or late it looks.
CREATE TABLE alert_watch (
    account_id text PRIMARY KEY REFERENCES account,
    -- [{kind, value}]
    thresholds jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(thresholds) = 'array'),
    -- {crossing: since when}: what is crossed now and was told.
    raised jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(raised) = 'object'),
    checked_sequence bigint NOT NULL CHECK (checked_sequence >= 0),
    checked_at timestamptz NOT NULL
);
CREATE INDEX alert_watch_armed ON alert_watch (account_id) WHERE thresholds <> '[]';
