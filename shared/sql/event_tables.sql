-- What every service has: facts that leave (outbox, relay) and facts that enter (inbox and what follows).

CREATE TABLE outbox (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    type text NOT NULL,
    aggregate_id text NOT NULL,
    data jsonb NOT NULL,
    traceparent text,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (xid, sequence)
);

CREATE TABLE relay (
    producer text PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT '0',
    sequence bigint NOT NULL DEFAULT 0,
    last_entry text NOT NULL DEFAULT '0-0',
    holder text NOT NULL DEFAULT '',
    lease_until timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE TABLE inbox (
    event_id uuid PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE dead_letter (
    event_id uuid PRIMARY KEY,
    stream text NOT NULL,
    fields jsonb NOT NULL,
    error text NOT NULL,
    died_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE replay_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    what text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    trace_id text NOT NULL
);

CREATE FUNCTION replay_log_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log of replays is append-only'
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER replay_log_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON replay_log
    FOR EACH STATEMENT EXECUTE FUNCTION replay_log_is_final();
