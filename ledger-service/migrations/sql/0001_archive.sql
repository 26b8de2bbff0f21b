-- History of a system that was used before this one, as it was recorded there. Nothing is computed
-- from it: its figures need not agree with balances or with each other.
CREATE TABLE archive_entry (
    -- '' where the entry is about no user.
    account_id text NOT NULL,
    source text NOT NULL CHECK (source <> ''),
    kind text NOT NULL CHECK (kind IN ('transaction', 'log')),
    -- The entry's number there: the same entry is archived once.
    entry_id bigint NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    type text NOT NULL,
    -- Null where the other system recorded none, or none that fits.
    amount numeric(30,12),
    balance_after numeric(30,12),
    model_id text,
    prompt_tokens bigint,
    completion_tokens bigint,
    cached_tokens bigint,
    reasoning_tokens bigint,
    actor text NOT NULL,
    reason text NOT NULL,
    details text,
    created_at timestamptz,
    PRIMARY KEY (account_id, source, kind, entry_id)
);
CREATE UNIQUE INDEX archive_entry_by_id ON archive_entry (id);
CREATE INDEX archive_entry_of_account ON archive_entry (account_id, id);
CREATE INDEX archive_entry_of_source ON archive_entry (source, kind, entry_id);
CREATE TRIGGER archive_entry_is_immutable BEFORE UPDATE OR DELETE ON archive_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER archive_entry_is_not_truncated BEFORE TRUNCATE ON archive_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
