-- What goes into the posting engine and comes out of it: posting_engine.sql, one folder up.

CREATE TYPE posting_item AS (
    op text,               -- transfer | late (rest of an expired hold) | hold | release | extend | expire
    account_id text,
    idempotency_key text,
    request_hash bytea,
    kind text,             -- of the transfer
    house_account text,    -- the other leg
    amount numeric,        -- transfer: signed, as the account feels it; hold: to reserve
    amount_min numeric,    -- hold: the least that is worth reserving; null = all or nothing
    unit_amount numeric,   -- hold: what one output token costs, to fit it to what is affordable
    max_tokens bigint,
    hold_id uuid,
    model_id text,
    price_version text,
    prices text,
    lines text,
    usage text,
    is_free boolean,
    expires_at timestamptz,
    reason text,
    actor text,
    traceparent text,
    -- charge without a hold: true = refuse what the balance or a limit does not cover, null = refuse
    -- where a limit is used up already, false = post whatever was used
    only_if_allowed boolean
);

CREATE TYPE posting_outcome AS (
    item integer,
    verdict text,
    replayed boolean,
    transfer_id bigint,
    sequence bigint,
    amount numeric,
    covered numeric,
    balance numeric,
    available numeric,
    hold_id uuid,
    max_tokens bigint,
    expires_at timestamptz,
    lines text,             -- of a replay: the arithmetic of the first request
    price_version text,
    freed numeric,          -- what the item took off the account's holds
    limit_id uuid,          -- the limit that refused, what was left of it, and when it frees again
    limit_left numeric,
    limit_frees_at timestamptz
);

-- An account while a batch is decided: what the items before have left of it.
CREATE TYPE posting_account AS (
    account_id text,
    status text,
    balance numeric,
    held numeric,
    credit_line numeric,
    sequence bigint,
    lots_due_at timestamptz,
    is_changed boolean
);

-- A transfer to be written.
CREATE TYPE posting_record AS (
    account_id text,
    sequence bigint,
    id bigint,
    kind text,
    house_account text,
    signed numeric,
    amount numeric,
    covered numeric,
    balance_after numeric,
    idempotency_key text,
    request_hash bytea,
    model_id text,
    lines text,
    price_version text,
    hold_id uuid,
    reason text,
    actor text,
    traceparent text
);
