-- The posting engine. Every change of a balance or of a reservation goes through post_items.
--
-- It takes a batch in order of account, locks the accounts in that order (so two batches cannot
-- deadlock), decides item by item on a copy of each account, and writes accounts, transfers and
-- facts in one statement each: per item, a statement costs more than what it does.
-- A refusal is a verdict, not an error: the other items of the batch still post.
-- Amounts arrive rated; the engine never multiplies or rounds.
--
-- This file is changed in place. A change comes with a new revision that runs it and names its digest.

-- Fits a hold to the limits. Fewer output tokens are better than none; below one it is refused.
CREATE OR REPLACE FUNCTION fit_to_limits(
    i posting_item, at timestamptz, INOUT reserved numeric, INOUT tokens bigint,
    INOUT o posting_outcome
) LANGUAGE plpgsql AS $$
DECLARE
    l record;
    excess numeric;
BEGIN
    FOR l IN SELECT * FROM limits_for(i.account_id, i.model_id, at) LOOP
        excess := limit_amount(l.metric, reserved, reserved_usage(i, tokens)) - l.left_over;
        CONTINUE WHEN excess <= 0;
        IF i.amount_min IS NOT NULL AND l.metric = 'tokens_output' THEN
            tokens := tokens - ceil(excess);
        ELSIF i.amount_min IS NOT NULL AND l.metric = 'credits' AND i.unit_amount > 0 THEN
            tokens := tokens - div(excess, i.unit_amount)
                - (mod(excess, i.unit_amount) > 0)::integer;
        ELSE
            tokens := 0;
        END IF;
        IF tokens < 1 THEN
            o.verdict := 'limit_reached';
            o.limit_id := l.rule_id;
            o.limit_left := greatest(l.left_over, 0);
            o.limit_frees_at := l.ends_at;
            RETURN;
        END IF;
        reserved := i.amount - (i.max_tokens - tokens) * i.unit_amount;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION reserved_usage(i posting_item, tokens bigint) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(i.usage::jsonb, '{}') || jsonb_build_object('output', tokens)
$$;

-- Takes from each limit what the hold reserves and returns it in the form of hold.reservations.
CREATE OR REPLACE FUNCTION reserve_limits(i posting_item, at timestamptz, reserved numeric, tokens bigint)
RETURNS jsonb LANGUAGE sql AS $$
    WITH taken AS (
        INSERT INTO limit_use (account_id, rule_id, starts_at, reserved)
        SELECT i.account_id, l.rule_id, l.starts_at,
            limit_amount(l.metric, reserve_limits.reserved, reserved_usage(i, tokens))
        FROM limits_for(i.account_id, i.model_id, at) AS l
        ON CONFLICT (account_id, rule_id, starts_at) DO UPDATE
            SET reserved = limit_use.reserved + excluded.reserved
        RETURNING rule_id, starts_at)
    SELECT coalesce(jsonb_agg(jsonb_build_object('rule', t.rule_id, 'starts_at', t.starts_at,
        'amount', limit_amount(r.metric, reserve_limits.reserved, reserved_usage(i, tokens)))), '[]')
    FROM taken t JOIN limit_rule r ON r.id = t.rule_id
$$;

CREATE OR REPLACE FUNCTION post_hold(
    i posting_item, a posting_account, at timestamptz, limited boolean, INOUT o posting_outcome
) LANGUAGE plpgsql AS $$
DECLARE
    h hold;
    available numeric := a.balance - a.held + a.credit_line;
    reserved numeric := i.amount;
    tokens bigint := i.max_tokens;
    reservations jsonb := '[]';
    fitted record;
BEGIN
    o.balance := a.balance;
    o.available := available;
    SELECT * INTO h FROM hold
        WHERE hold.account_id = i.account_id AND hold.idempotency_key = i.idempotency_key;
    IF FOUND THEN
        o.verdict := CASE WHEN h.request_hash = i.request_hash THEN 'ok' ELSE 'key_reused' END;
        o.replayed := true;
        o.hold_id := h.id;
        o.amount := h.amount;
        o.max_tokens := h.max_tokens;
        o.expires_at := h.expires_at;
        o.price_version := h.price_version;
        RETURN;
    ELSIF a.status <> 'open' THEN
        o.verdict := 'account_' || a.status;
        RETURN;
    ELSIF a.lots_due_at <= at THEN
        o.verdict := 'lots_due';
        RETURN;
    END IF;
    IF reserved > 0 AND reserved > available THEN
        IF i.amount_min IS NULL OR available < i.amount_min OR available <= 0 THEN
            o.verdict := 'insufficient';
            o.amount := coalesce(i.amount_min, i.amount);
            RETURN;
        END IF;
        -- amount = fixed part + max_tokens * unit_amount: leave off the tokens that are too many.
        -- div and mod are exact where a quotient would have to be rounded.
        tokens := i.max_tokens - div(reserved - available, i.unit_amount)
            - (mod(reserved - available, i.unit_amount) > 0)::integer;
        reserved := i.amount - (i.max_tokens - tokens) * i.unit_amount;
    END IF;
    IF limited THEN
        fitted := fit_to_limits(i, at, reserved, tokens, o);
        o := fitted.o;
        IF o.verdict IS NOT NULL THEN
            RETURN;
        END IF;
        reserved := fitted.reserved;
        tokens := fitted.tokens;
        reservations := reserve_limits(i, at, reserved, tokens);
    END IF;
    INSERT INTO hold (account_id, id, model_id, price_version, prices, is_free, amount, max_tokens,
            idempotency_key, request_hash, actor, opened_at, expires_at, reservations)
        VALUES (i.account_id, i.hold_id, i.model_id, i.price_version, i.prices::jsonb, i.is_free,
            reserved, tokens, i.idempotency_key, i.request_hash, i.actor, at, i.expires_at,
            reservations);
    o.freed := -reserved;
    o.verdict := 'ok';
    o.hold_id := i.hold_id;
    o.amount := reserved;
    o.max_tokens := tokens;
    o.expires_at := i.expires_at;
    o.available := available - reserved;
    o.price_version := i.price_version;
END $$;

CREATE OR REPLACE FUNCTION change_hold(
    i posting_item, a posting_account, at timestamptz, INOUT o posting_outcome
) LANGUAGE plpgsql AS $$
DECLARE
    h hold;
    grown numeric;
BEGIN
    o.balance := a.balance;
    o.available := a.balance - a.held + a.credit_line;
    o.hold_id := i.hold_id;
    SELECT * INTO h FROM hold WHERE hold.account_id = i.account_id AND hold.id = i.hold_id;
    IF NOT FOUND THEN
        o.verdict := 'unknown_hold';
        RETURN;
    END IF;
    o.amount := h.amount;
    o.expires_at := h.expires_at;
    IF i.op = 'release' THEN
        IF h.status = 'open' THEN
            UPDATE hold SET status = 'released', ended_at = at
                WHERE hold.account_id = i.account_id AND hold.id = i.hold_id;
            o.freed := h.amount;
            PERFORM give_back(i.account_id, h.reservations);
            o.available := o.available + h.amount;
            o.verdict := 'ok';
        ELSIF h.status = 'released' OR (h.status = 'expired' AND h.counted_amount = 0) THEN
            o.verdict := 'ok';
            o.replayed := true;
        ELSE
            o.verdict := 'hold_ended';
        END IF;
    ELSIF h.status <> 'open' THEN
        o.verdict := 'hold_ended';
    ELSE
        -- Counts are cumulative, so a late or repeated report changes nothing.
        grown := greatest(i.amount - h.amount, 0);
        UPDATE hold SET amount = h.amount + grown,
                expires_at = greatest(h.expires_at, i.expires_at),
                counted_amount = greatest(h.counted_amount, i.amount),
                counted_lines = CASE WHEN i.amount >= h.counted_amount
                    THEN i.lines::jsonb ELSE h.counted_lines END
            WHERE hold.account_id = i.account_id AND hold.id = i.hold_id;
        o.freed := -grown;
        o.amount := h.amount + grown;
        o.available := o.available - grown;
        o.expires_at := greatest(h.expires_at, i.expires_at);
        o.verdict := 'ok';
    END IF;
END $$;

-- Ends the hold that a transfer settles or whose deadline has passed; o.freed is what it reserved.
-- The verdict stays null when the transfer may be posted.
CREATE OR REPLACE FUNCTION end_hold(
    i posting_item, h hold, at timestamptz, INOUT o posting_outcome
) LANGUAGE plpgsql AS $$
BEGIN
    IF h.id IS NULL THEN
        o.verdict := 'unknown_hold';
    ELSIF i.op = 'expire' AND (h.status <> 'open' OR h.expires_at > at) THEN
        o.verdict := 'not_due';
    ELSIF h.status = 'open' AND i.op <> 'late' THEN
        o.freed := h.amount;
        UPDATE hold SET ended_at = at,
                status = CASE WHEN i.op = 'expire' THEN 'expired' ELSE 'settled' END
            WHERE hold.account_id = i.account_id AND hold.id = i.hold_id;
        PERFORM give_back(i.account_id, h.reservations);
    ELSIF h.status = 'expired' AND i.op = 'transfer' THEN
        -- What had been counted is charged already: the caller must rate only the rest.
        o.verdict := 'hold_expired';
    ELSIF h.status <> 'expired' THEN
        o.verdict := 'hold_ended';
    END IF;
END $$;

-- The charge of what an expiring hold had counted; its amount stays null when that was nothing.
CREATE OR REPLACE FUNCTION expiry_charge(INOUT i posting_item, h hold) LANGUAGE plpgsql AS $$
BEGIN
    i.kind := 'charge';
    i.house_account := 'house:usage';
    i.amount := -nullif(h.counted_amount, 0);
    i.idempotency_key := 'expire:' || h.id;
    i.request_hash := h.request_hash;
    i.model_id := h.model_id;
    i.price_version := h.price_version;
    i.lines := h.counted_lines::text;
    i.usage := (SELECT jsonb_object_agg(line->>'unit', line->'count')
        FROM jsonb_array_elements(h.counted_lines) AS line)::text;
    i.actor := h.actor;
    i.reason := 'Hold expired: charged what had been counted';
END $$;

-- Whether a charge that nothing was held for may be posted; the verdict stays null if so. One that
-- does not ask for permission may pass a limit, the next one is refused.
CREATE OR REPLACE FUNCTION admit_charge(
    i posting_item, at timestamptz, limited boolean, INOUT o posting_outcome
) LANGUAGE plpgsql AS $$
DECLARE
    l record;
BEGIN
    IF i.only_if_allowed AND o.covered < o.amount THEN
        o.verdict := 'insufficient';
    ELSIF limited THEN
        SELECT * INTO l FROM limits_for(i.account_id, i.model_id, at) AS f
            WHERE limit_amount(f.metric, o.amount, i.usage::jsonb) > greatest(f.left_over, 0)
                AND (i.only_if_allowed OR f.left_over <= 0) LIMIT 1;
        IF FOUND THEN
            o.verdict := 'limit_reached';
            o.limit_id := l.rule_id;
            o.limit_left := greatest(l.left_over, 0);
            o.limit_frees_at := l.ends_at;
        END IF;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION first_answer(i posting_item, INOUT o posting_outcome) LANGUAGE plpgsql AS $$
DECLARE
    done transfer;
BEGIN
    SELECT * INTO STRICT done FROM transfer t
        WHERE t.account_id = i.account_id AND t.idempotency_key >= i.idempotency_key
            AND t.idempotency_key <= i.idempotency_key
        ORDER BY t.idempotency_key;
    IF done.request_hash <> i.request_hash THEN
        o.verdict := 'key_reused';
        RETURN;
    END IF;
    o.verdict := 'ok';
    o.replayed := true;
    o.transfer_id := done.id;
    o.sequence := done.sequence;
    o.amount := done.amount;
    o.covered := done.covered;
    o.balance := done.balance_after;
    o.lines := done.lines::text;
    o.price_version := done.price_version;
END $$;

-- One statement each: routing every row by itself into its partition would cost more than all the
-- rest.
CREATE OR REPLACE FUNCTION write_batch(accounts posting_account[], records posting_record[], at timestamptz)
RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    UPDATE account SET balance = c.balance, held = c.held, sequence = c.sequence, updated_at = at
        FROM unnest(accounts) AS c WHERE account.account_id = c.account_id;

    INSERT INTO transfer (account_id, sequence, id, kind, debit_account, credit_account, amount,
        covered, balance_after, idempotency_key, request_hash, model_id, lines, price_version,
        hold_id, reason, actor, trace_id, posted_at)
    SELECT r.account_id, r.sequence, r.id, r.kind,
        CASE WHEN r.signed < 0 OR r.kind = 'charge' THEN r.account_id ELSE r.house_account END,
        CASE WHEN r.signed < 0 OR r.kind = 'charge' THEN r.house_account ELSE r.account_id END,
        r.amount, r.covered, r.balance_after, r.idempotency_key, r.request_hash, r.model_id,
        r.lines::jsonb, r.price_version, r.hold_id, coalesce(r.reason, ''), r.actor,
        coalesce(substr(r.traceparent, 4, 32), ''), at
    FROM unnest(records) AS r;

    INSERT INTO outbox (type, aggregate_id, data, traceparent, occurred_at)
    SELECT CASE WHEN r.kind = 'charge' THEN 'ledger.charge_posted'
            ELSE 'ledger.transfer_posted' END,
        r.account_id, to_jsonb(r.sequence), r.traceparent, at
    FROM unnest(records) AS r;
END $$;

-- moment is null in production (the database's clock decides); a test clock passes its time.
-- Sequential scans are off because a plan made while the tables were small would be kept. It is kept
-- for small batches too, for which the planner would make a new one each time: half of a lone charge.
CREATE OR REPLACE FUNCTION post_items(items posting_item[], moment timestamptz) RETURNS SETOF posting_outcome
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
    i posting_item;
    a posting_account;
    o posting_outcome;
    n integer := 0;
    at timestamptz;
    h hold;
    available numeric;
    replays integer[];
    limited boolean;
    locked posting_account[];
    place integer := 0;
    changed posting_account[] := '{}';
    records posting_record[] := '{}';
BEGIN
    locked := ARRAY(
        SELECT ROW(account_id, status, balance, held, credit_line, sequence, lots_due_at,
            false)::posting_account
        FROM account WHERE account_id IN (SELECT account_id FROM unnest(items))
        ORDER BY account_id COLLATE "C" FOR UPDATE);
    -- Read after the locks are held: time never runs backwards within an account.
    at := coalesce(moment, clock_timestamp());
    limited := EXISTS (SELECT 1 FROM limit_rule);
    -- A range of one key, here as in first_answer: for an equality the planner may take the primary key,
    -- which begins with the account too, and read all that the account ever did. On an empty table it
    -- cannot tell them apart.
    replays := ARRAY(
        SELECT r.ordinality FROM unnest(items) WITH ORDINALITY AS r
        WHERE r.op IN ('transfer', 'late') AND r.idempotency_key = (
            SELECT t.idempotency_key FROM transfer t
            WHERE t.account_id = r.account_id AND t.idempotency_key >= r.idempotency_key
                AND t.idempotency_key <= r.idempotency_key
            ORDER BY t.idempotency_key LIMIT 1));
    FOREACH i IN ARRAY items LOOP
        IF i.account_id IS DISTINCT FROM a.account_id THEN
            IF a.is_changed THEN
                changed := changed || a;
            END IF;
            a := NULL;
            IF (locked[place + 1]).account_id = i.account_id THEN
                place := place + 1;
                a := locked[place];
            END IF;
        END IF;
        o := NULL;
        o.item := n;
        o.replayed := false;
        n := n + 1;
        IF a.account_id IS NULL THEN
            o.verdict := 'unknown_account';
        ELSIF i.op = 'hold' THEN
            o := post_hold(i, a, at, limited, o);
        ELSIF i.op IN ('release', 'extend') THEN
            o := change_hold(i, a, at, o);
        ELSIF n = ANY (replays) THEN
            o := first_answer(i, o);
        ELSIF a.lots_due_at <= at THEN
            o.verdict := 'lots_due';
        ELSE
            o.freed := 0;
            IF i.hold_id IS NOT NULL THEN
                SELECT * INTO h FROM hold
                    WHERE hold.account_id = i.account_id AND hold.id = i.hold_id;
                o := end_hold(i, h, at, o);
                IF i.op = 'expire' THEN
                    i := expiry_charge(i, h);
                END IF;
            END IF;
            IF o.verdict IS NULL THEN
                available := a.balance - a.held + o.freed + a.credit_line;
                o.available := available;
                o.amount := abs(i.amount);
                o.covered := CASE WHEN i.amount < 0
                    THEN least(o.amount, greatest(available, 0)) ELSE o.amount END;
                IF i.only_if_allowed OR (limited AND i.only_if_allowed IS NULL
                        AND i.kind = 'charge' AND i.hold_id IS NULL) THEN
                    o := admit_charge(i, at, limited, o);
                END IF;
            END IF;
            IF o.verdict IS NULL THEN
                o.verdict := 'ok';
                IF limited AND i.kind = 'charge' AND i.amount IS NOT NULL THEN
                    PERFORM count_use(i.account_id, i.model_id, o.amount, i.usage::jsonb, at);
                END IF;
                IF i.amount IS NOT NULL THEN
                    a.balance := a.balance + i.amount;
                    a.sequence := a.sequence + 1;
                    o.transfer_id := nextval('transfer_id');
                    o.price_version := i.price_version;
                    records := records || ROW(i.account_id, a.sequence, o.transfer_id, i.kind,
                        i.house_account, i.amount, o.amount, o.covered, a.balance,
                        i.idempotency_key, i.request_hash, i.model_id, i.lines, i.price_version,
                        i.hold_id, i.reason, i.actor, i.traceparent)::posting_record;
                END IF;
                a.is_changed := true;
                o.balance := a.balance;
                o.sequence := a.sequence;
                o.available := a.balance - a.held + o.freed + a.credit_line;
            END IF;
        END IF;
        IF o.verdict = 'ok' AND o.freed <> 0 THEN
            a.held := a.held - o.freed;
            a.is_changed := true;
        END IF;
        RETURN NEXT o;
    END LOOP;
    IF a.is_changed THEN
        changed := changed || a;
    END IF;
    IF place < cardinality(locked) THEN
        RAISE EXCEPTION 'items must be in order of account_id' USING ERRCODE = 'data_exception';
    END IF;
    IF cardinality(changed) > 0 THEN
        PERFORM write_batch(changed, records, at);
    END IF;
END $$;
