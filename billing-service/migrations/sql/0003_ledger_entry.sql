CREATE TABLE ledger_entry (
    user_id text NOT NULL,
    transfer_id bigint NOT NULL,
    sequence bigint NOT NULL,
    kind text NOT NULL,
    amount numeric(30, 12) NOT NULL,
    balance_after numeric(30, 12) NOT NULL,
    reason text,
    model_id text,
    usage jsonb,
    price_version text,
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, transfer_id)
);
CREATE INDEX ledger_entry_by_time ON ledger_entry (user_id, posted_at)
