-- A posting leaves no copy of itself in the outbox, only its number within its account: transfers
-- never change, so what is told of one is made of it when it is told. Writing every charge twice
-- would be a fifth of what a charge costs the database.

CREATE FUNCTION usage_of(lines jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(line->>'unit', line->'count'), '{}')
    FROM jsonb_array_elements(lines) AS line
$$;

-- The data of ledger.charge_posted and ledger.transfer_posted (shared/contracts/ledger.py).
CREATE FUNCTION fact_of(t transfer) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object(
            'account_id', t.account_id, 'transfer_id', t.id, 'sequence', t.sequence,
            'actor', t.actor, 'balance_after', trim_scale(t.balance_after),
            'posted_at', t.posted_at)
        || CASE WHEN t.kind = 'charge' THEN jsonb_build_object(
            'model_id', t.model_id, 'usage', usage_of(t.lines), 'amount', trim_scale(t.amount),
            'price_version', t.price_version, 'hold_id', t.hold_id)
        ELSE jsonb_build_object(
            'kind', t.kind, 'reason', t.reason, 'amount', trim_scale(
                CASE WHEN t.credit_account = t.account_id THEN t.amount ELSE -t.amount END)) END
$$;

-- The outbox as it is published.
CREATE VIEW fact AS
SELECT o.xid, o.sequence, o.id, o.type, o.aggregate_id, o.traceparent, o.occurred_at,
    CASE WHEN o.type IN ('ledger.charge_posted', 'ledger.transfer_posted') THEN (
        SELECT fact_of(t) FROM transfer t
        WHERE t.account_id = o.aggregate_id AND t.sequence = o.data::bigint)
    ELSE o.data END AS data
FROM outbox o;
