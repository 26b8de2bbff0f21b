-- Summaries of usage: a report on everybody costs the same however many models an account uses, one
-- on models however many accounts there are. The worker adds to them with the roll-ups by day, and
-- fills them from these first: see store/summaries.py.

-- What an account used in a day, month or year (named by its first day), whatever the model.
-- By kind of span: each is read on its own, and then as a whole.
CREATE TABLE usage_by_account (
    account_id text NOT NULL,
    span text NOT NULL,
    since date NOT NULL,
    charges bigint NOT NULL DEFAULT 0,
    used numeric(30,12) NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, span, since)
) PARTITION BY LIST (span);
CREATE TABLE usage_by_account_day PARTITION OF usage_by_account FOR VALUES IN ('day')
    WITH (fillfactor = 80);
CREATE TABLE usage_by_account_month PARTITION OF usage_by_account FOR VALUES IN ('month')
    WITH (fillfactor = 80);
CREATE TABLE usage_by_account_year PARTITION OF usage_by_account FOR VALUES IN ('year')
    WITH (fillfactor = 80);
CREATE INDEX usage_by_account_since ON usage_by_account (since);

-- What was used of a model in a day, month or year, and by how many accounts; '' is all models.
CREATE TABLE usage_by_model (
    span text NOT NULL,
    since date NOT NULL,
    model_id text NOT NULL,
    users bigint NOT NULL DEFAULT 0,
    charges bigint NOT NULL DEFAULT 0,
    used numeric(30,12) NOT NULL DEFAULT 0,
    input bigint NOT NULL DEFAULT 0,
    cached_input bigint NOT NULL DEFAULT 0,
    cache_write bigint NOT NULL DEFAULT 0,
    output bigint NOT NULL DEFAULT 0,
    reasoning bigint NOT NULL DEFAULT 0,
    image bigint NOT NULL DEFAULT 0,
    audio_second bigint NOT NULL DEFAULT 0,
    request bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (span, since, model_id)
) WITH (fillfactor = 50);

-- Who was active in the last days, and who used most: at 100,000 accounts too much to group for each
-- look at the start page. The worker keeps a row for a window where so many were active, and the
-- reports group by themselves where there is none. `first` is [{id, used}].
CREATE TABLE usage_window (
    days integer PRIMARY KEY,
    until date NOT NULL,
    active bigint NOT NULL,
    active_before bigint NOT NULL,
    first jsonb NOT NULL CHECK (jsonb_typeof(first) = 'array'),
    made_at timestamptz NOT NULL
);

-- Pages of the accounts by name.
CREATE INDEX account_by_name ON account (lower(name), account_id);

-- Up to where in the outbox the summaries know the roll-ups, and up to which day they are filled.
-- A version before them moves the position alone: that is seen, and they are filled anew.
ALTER TABLE usage_position
    ADD COLUMN summed_xid text NOT NULL DEFAULT '0',
    ADD COLUMN summed_sequence bigint NOT NULL DEFAULT 0,
    ADD COLUMN summed_until date NOT NULL DEFAULT '-infinity';
