CREATE TABLE account (
    account_id text PRIMARY KEY CHECK (account_id <> '' AND account_id NOT LIKE 'house:%'),
    name text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    role text NOT NULL DEFAULT '',
    status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'suspended', 'closed')),
    -- An operator's decision; it outlives what sync tells about the owner.
    blocked text CHECK (blocked IN ('suspended', 'closed')),
    balance numeric(30,12) NOT NULL DEFAULT 0,
    held numeric(30,12) NOT NULL DEFAULT 0 CHECK (held >= 0),
    credit_line numeric(30,12) NOT NULL DEFAULT 0 CHECK (credit_line >= 0),
    sequence bigint NOT NULL DEFAULT 0,
    -- When the next lot expires; until lots are settled the account posts nothing after it.
    -- A new account is due at once: its first renewal grants the allowance.
    lots_due_at timestamptz NOT NULL DEFAULT '-infinity',
    sync_sequence bigint NOT NULL DEFAULT 0,
    membership_sequence bigint NOT NULL DEFAULT 0,
    opened_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 60);
CREATE INDEX account_due ON account (lots_due_at) WHERE status <> 'closed';

CREATE SEQUENCE transfer_id;

-- Stands for a foreign key from transfer to account, which would look the account up once more
-- for every charge: post_items writes transfers only of accounts that it has locked and found,
-- and no account ever goes.
CREATE FUNCTION keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'accounts are never deleted or renamed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER account_stays BEFORE DELETE OR TRUNCATE ON account
    FOR EACH STATEMENT EXECUTE FUNCTION keep_account();
CREATE TRIGGER account_keeps_its_id BEFORE UPDATE OF account_id ON account
    FOR EACH STATEMENT EXECUTE FUNCTION keep_account();

CREATE TABLE transfer (
    account_id text NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    id bigint NOT NULL DEFAULT nextval('transfer_id'),
    kind text NOT NULL CHECK (kind IN
        ('charge', 'grant', 'adjustment', 'expiry', 'reversal', 'refund', 'opening')),
    debit_account text NOT NULL,
    credit_account text NOT NULL,
    amount numeric(30,12) NOT NULL CHECK (amount >= 0),
    -- The part of a charge that the account could pay at that moment; the rest is debt.
    covered numeric(30,12) NOT NULL CHECK (covered >= 0 AND covered <= amount),
    balance_after numeric(30,12) NOT NULL,
    idempotency_key text NOT NULL,
    request_hash bytea NOT NULL,
    model_id text,
    lines jsonb,
    price_version text,
    hold_id uuid,
    reason text NOT NULL DEFAULT '',
    actor text NOT NULL,
    trace_id text NOT NULL DEFAULT '',
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, sequence),
    UNIQUE (account_id, idempotency_key),
    -- Two legs, one of them the account's own and the other a house account.
    CHECK (account_id IN (debit_account, credit_account)),
    CHECK ((debit_account LIKE 'house:%') <> (credit_account LIKE 'house:%')),
    CHECK (kind <> 'charge' OR (model_id IS NOT NULL AND lines IS NOT NULL))
) PARTITION BY HASH (account_id);

DO $$
BEGIN
    FOR part IN 0..3 LOOP
        EXECUTE format(
            'CREATE TABLE transfer_%s PARTITION OF transfer '
            'FOR VALUES WITH (MODULUS 4, REMAINDER %s)', part, part);
    END LOOP;
END $$;

CREATE INDEX transfer_by_id ON transfer (id);
-- Rows arrive in the order of time, so a summary of each range is as good as an index, and free.
CREATE INDEX transfer_by_time ON transfer USING brin (posted_at) WITH (autosummarize = on);
-- What was used or done rarely is found in the few ranges that have it; a charge writes nothing
-- into these.
CREATE INDEX transfer_by_words ON transfer
    USING brin (model_id text_bloom_ops (n_distinct_per_range = 100),
        actor text_bloom_ops (n_distinct_per_range = 100))
    WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX transfer_but_charges ON transfer (id) WHERE kind <> 'charge';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER transfer_is_immutable BEFORE UPDATE OR DELETE ON transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_is_not_truncated BEFORE TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE hold (
    account_id text NOT NULL REFERENCES account,
    id uuid NOT NULL,
    status text NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'settled', 'released', 'expired')),
    model_id text NOT NULL,
    price_version text NOT NULL,
    prices jsonb NOT NULL,
    is_free boolean NOT NULL,
    amount numeric(30,12) NOT NULL CHECK (amount >= 0),
    max_tokens bigint CHECK (max_tokens >= 0),
    -- What a long stream has reported so far: charged if the hold expires.
    counted_lines jsonb NOT NULL DEFAULT '[]',
    counted_amount numeric(30,12) NOT NULL DEFAULT 0 CHECK (counted_amount >= 0),
    idempotency_key text NOT NULL,
    request_hash bytea NOT NULL,
    actor text NOT NULL,
    opened_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, idempotency_key),
    CHECK ((status = 'open') = (ended_at IS NULL))
);
CREATE INDEX hold_by_id ON hold (id);
CREATE INDEX hold_to_expire ON hold (expires_at) WHERE status = 'open';

CREATE FUNCTION hold_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'open' THEN
        RAISE EXCEPTION 'hold % has ended', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hold_ends_once BEFORE UPDATE ON hold
    FOR EACH ROW EXECUTE FUNCTION hold_ends_once();

CREATE TABLE lot (
    account_id text NOT NULL REFERENCES account,
    id uuid NOT NULL,
    source text NOT NULL
        CHECK (source IN ('allowance', 'carry_over', 'purchase', 'plan', 'manual', 'promo',
            'opening')),
    -- 0 where an allowance was taken back whole.
    amount numeric(30,12) NOT NULL CHECK (amount >= 0),
    remaining numeric(30,12) NOT NULL CHECK (remaining >= 0 AND remaining <= amount),
    priority integer NOT NULL DEFAULT 0,
    -- The calendar period of an allowance; one allowance per account and period.
    period text,
    -- What it was granted for: a payment, a paid period.
    reference text,
    -- The transfer that granted it.
    transfer_id bigint,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, source, period)
);
CREATE INDEX lot_live ON lot (account_id) WHERE remaining > 0;
CREATE INDEX lot_to_expire ON lot (expires_at) WHERE remaining > 0 AND expires_at < 'infinity';
CREATE INDEX lot_of_period ON lot (period) WHERE source = 'allowance';

-- What an account had when an allowance period of it ended, before anything expired.
CREATE TABLE closed_period (
    account_id text NOT NULL REFERENCES account,
    period text NOT NULL,
    balance numeric(30,12) NOT NULL,
    PRIMARY KEY (account_id, period)
);

-- A reset of all accounts. The calendar's own is one per period; a forced one walks the accounts in
-- order of id and remembers how far it came.
CREATE TABLE reset_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reset_type text NOT NULL CHECK (reset_type IN ('monthly', 'forced')),
    period text NOT NULL,
    status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'completed')),
    actor text NOT NULL,
    cursor text NOT NULL DEFAULT '',
    users_affected bigint NOT NULL DEFAULT 0,
    credits_granted numeric(30,12) NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    CHECK ((status = 'running') = (finished_at IS NULL))
);
CREATE UNIQUE INDEX one_monthly_reset ON reset_run (period) WHERE reset_type = 'monthly';
CREATE UNIQUE INDEX one_forced_reset ON reset_run (reset_type)
    WHERE reset_type = 'forced' AND status = 'running';

CREATE TABLE member_group (
    group_id text PRIMARY KEY CHECK (group_id <> ''),
    name text NOT NULL,
    default_credits numeric(30,12) NOT NULL DEFAULT 0 CHECK (default_credits >= 0),
    is_system_group boolean NOT NULL DEFAULT false,
    -- Made here, with members of its own: sync neither changes nor empties it.
    is_own boolean NOT NULL DEFAULT false,
    priority integer NOT NULL DEFAULT 0,
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
    sync_sequence bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO member_group (group_id, name, is_system_group) VALUES ('default', 'Default Users', true);

CREATE TABLE membership (
    account_id text NOT NULL REFERENCES account,
    group_id text NOT NULL,
    PRIMARY KEY (account_id, group_id)
);
CREATE INDEX membership_by_group ON membership (group_id);

CREATE TABLE price (
    model_id text NOT NULL,
    version_id text NOT NULL,
    name text NOT NULL,
    effective_from timestamptz NOT NULL,
    prices jsonb NOT NULL,
    is_free boolean NOT NULL,
    is_restricted boolean NOT NULL,
    is_available boolean NOT NULL,
    inherited_from text,
    event_sequence bigint NOT NULL,
    PRIMARY KEY (model_id, event_sequence)
);

CREATE TABLE unknown_model_policy (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    policy text NOT NULL CHECK (policy IN ('default', 'refuse')),
    prices jsonb NOT NULL,
    version_id text NOT NULL,
    event_sequence bigint NOT NULL
);

-- Grows with every change of the price book, so that each process sees cheaply that it must reload.
CREATE TABLE price_book (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision bigint NOT NULL
);
INSERT INTO price_book (revision) VALUES (0);

-- Roll-ups of the charges, kept by the worker: statistics cost the same however many there are.
CREATE TABLE usage_day (
    account_id text NOT NULL,
    day date NOT NULL,
    model_id text NOT NULL,
    charges bigint NOT NULL DEFAULT 0,
    charged numeric(30,12) NOT NULL DEFAULT 0,
    reversed numeric(30,12) NOT NULL DEFAULT 0,
    input bigint NOT NULL DEFAULT 0,
    cached_input bigint NOT NULL DEFAULT 0,
    cache_write bigint NOT NULL DEFAULT 0,
    output bigint NOT NULL DEFAULT 0,
    reasoning bigint NOT NULL DEFAULT 0,
    image bigint NOT NULL DEFAULT 0,
    audio_second bigint NOT NULL DEFAULT 0,
    request bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, day, model_id)
) WITH (fillfactor = 80);
CREATE INDEX usage_day_by_day ON usage_day (day);

-- The same by month (its first day).
CREATE TABLE usage_month (
    account_id text NOT NULL,
    month date NOT NULL,
    model_id text NOT NULL,
    charges bigint NOT NULL DEFAULT 0,
    charged numeric(30,12) NOT NULL DEFAULT 0,
    reversed numeric(30,12) NOT NULL DEFAULT 0,
    input bigint NOT NULL DEFAULT 0,
    cached_input bigint NOT NULL DEFAULT 0,
    cache_write bigint NOT NULL DEFAULT 0,
    output bigint NOT NULL DEFAULT 0,
    reasoning bigint NOT NULL DEFAULT 0,
    image bigint NOT NULL DEFAULT 0,
    audio_second bigint NOT NULL DEFAULT 0,
    request bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, month, model_id)
) WITH (fillfactor = 80);
CREATE INDEX usage_month_by_month ON usage_month (month);

-- How far the roll-ups have read the outbox.
CREATE TABLE usage_position (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    xid text NOT NULL DEFAULT '0',
    sequence bigint NOT NULL DEFAULT 0
);
INSERT INTO usage_position DEFAULT VALUES;

-- What people and the calendar did to the ledger, with what was before and after.
CREATE TABLE ledger_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    log_type text NOT NULL,
    actor text NOT NULL,
    actor_id text NOT NULL,
    account_id text,
    model_id text,
    message text NOT NULL,
    before jsonb,
    after jsonb,
    reason text NOT NULL DEFAULT '',
    trace_id text NOT NULL DEFAULT ''
);
CREATE INDEX ledger_log_by_account ON ledger_log (account_id, id);
CREATE INDEX ledger_log_by_time ON ledger_log (at);
CREATE TRIGGER ledger_log_is_immutable BEFORE UPDATE OR DELETE ON ledger_log
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_log_is_not_truncated BEFORE TRUNCATE ON ledger_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Grants from one file. The rows are posted one by one; the worker finishes what was interrupted.
CREATE TABLE grant_batch (
    id uuid PRIMARY KEY,
    idempotency_key text NOT NULL UNIQUE,
    request_hash bytea NOT NULL,
    status text NOT NULL CHECK (status IN ('applying', 'applied', 'undoing', 'undone')),
    actor text NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    undone_by text
);
CREATE INDEX grant_batch_open ON grant_batch (id) WHERE status IN ('applying', 'undoing');
CREATE TABLE grant_batch_row (
    batch_id uuid NOT NULL REFERENCES grant_batch,
    line integer NOT NULL,
    account_id text NOT NULL REFERENCES account,
    amount numeric(30,12) NOT NULL CHECK (amount > 0),
    source text NOT NULL,
    reason text NOT NULL,
    expires_at timestamptz,
    transfer_id bigint,
    reversal_id bigint,
    PRIMARY KEY (batch_id, line)
);

-- What the last check of each invariant found, so that every process can tell it.
CREATE TABLE verification (
    invariant text PRIMARY KEY,
    breaches integer NOT NULL CHECK (breaches >= 0),
    checked_at timestamptz NOT NULL
);
