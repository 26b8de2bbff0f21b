-- Caps per user, group or everybody, on credits or on counts, for a day, week, month or period.
-- Use is counted per account, so a charge still touches one account only: a group's cap is what each
-- of its members may use.

CREATE TABLE limit_rule (
    id uuid PRIMARY KEY,
    scope text NOT NULL CHECK (scope IN ('user', 'group', 'everyone')),
    subject text NOT NULL DEFAULT '' CHECK ((scope = 'everyone') = (subject = '')),
    metric text NOT NULL CHECK (metric IN
        ('credits', 'tokens_input', 'tokens_output', 'requests', 'images', 'audio_seconds')),
    model_id text CHECK (model_id <> ''),
    per text NOT NULL CHECK (per IN ('day', 'week', 'month', 'period')),
    cap numeric(30,12) NOT NULL CHECK (cap >= 0),
    source text NOT NULL CHECK (source IN ('admin', 'plan', 'self')),
    zone text NOT NULL DEFAULT 'UTC',
    starts_at timestamptz NOT NULL DEFAULT '-infinity',
    ends_at timestamptz NOT NULL DEFAULT 'infinity',
    created_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- A period has bounds of its own, the others those of the calendar.
    CHECK (per <> 'period' OR (starts_at > '-infinity' AND ends_at < 'infinity')),
    CHECK (starts_at < ends_at),
    UNIQUE NULLS NOT DISTINCT (scope, subject, metric, model_id, per, source)
);

CREATE TABLE limit_use (
    account_id text NOT NULL REFERENCES account,
    rule_id uuid NOT NULL REFERENCES limit_rule ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    used numeric(30,12) NOT NULL DEFAULT 0 CHECK (used >= 0),
    reserved numeric(30,12) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    PRIMARY KEY (account_id, rule_id, starts_at)
);

-- What a hold took from limits, to be given back when it ends: [{rule, starts_at, amount}].
ALTER TABLE hold ADD COLUMN reservations jsonb NOT NULL DEFAULT '[]';

-- The limits that apply to a use of `model` by an account, with what is left of each.
CREATE FUNCTION limits_for(account text, model text, at timestamptz)
RETURNS TABLE (rule_id uuid, metric text, starts_at timestamptz, ends_at timestamptz, left_over numeric)
LANGUAGE sql STABLE AS $$
    SELECT r.id, r.metric, w.starts_at, w.ends_at,
        r.cap - coalesce(u.used + u.reserved, 0)
    FROM limit_rule r
    CROSS JOIN LATERAL (SELECT
        CASE WHEN r.per = 'period' THEN r.starts_at
            ELSE date_trunc(r.per, at, r.zone) END AS starts_at,
        CASE WHEN r.per = 'period' THEN r.ends_at
            ELSE ((date_trunc(r.per, at AT TIME ZONE r.zone) + ('1 ' || r.per)::interval)
                AT TIME ZONE r.zone) END AS ends_at) w
    LEFT JOIN limit_use u ON u.account_id = account AND u.rule_id = r.id
        AND u.starts_at = w.starts_at
    WHERE (r.model_id IS NULL OR r.model_id = model)
        AND r.starts_at <= at AND at < r.ends_at
        AND (r.scope = 'everyone' OR (r.scope = 'user' AND r.subject = account)
            OR (r.scope = 'group' AND (r.subject = 'default' OR EXISTS (
                SELECT 1 FROM membership m
                WHERE m.account_id = account AND m.group_id = r.subject))))
    ORDER BY r.id
$$;

-- How much of a metric a use is. Every call counts as one request.
CREATE FUNCTION limit_amount(metric text, credits numeric, usage jsonb) RETURNS numeric
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE metric
        WHEN 'credits' THEN credits
        WHEN 'requests' THEN 1
        WHEN 'tokens_input' THEN coalesce((usage->>'input')::numeric, 0)
            + coalesce((usage->>'cached_input')::numeric, 0)
            + coalesce((usage->>'cache_write')::numeric, 0)
        WHEN 'tokens_output' THEN coalesce((usage->>'output')::numeric, 0)
            + coalesce((usage->>'reasoning')::numeric, 0)
        WHEN 'images' THEN coalesce((usage->>'image')::numeric, 0)
        WHEN 'audio_seconds' THEN coalesce((usage->>'audio_second')::numeric, 0)
    END
$$;

CREATE FUNCTION give_back(account text, reservations jsonb) RETURNS void LANGUAGE sql AS $$
    UPDATE limit_use SET reserved = reserved - (r->>'amount')::numeric
    FROM jsonb_array_elements(reservations) AS r
    WHERE limit_use.account_id = account AND limit_use.rule_id = (r->>'rule')::uuid
        AND limit_use.starts_at = (r->>'starts_at')::timestamptz
$$;

CREATE FUNCTION count_use(account text, model text, credits numeric, usage jsonb, at timestamptz)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO limit_use (account_id, rule_id, starts_at, used)
    SELECT account, l.rule_id, l.starts_at, limit_amount(l.metric, credits, usage)
    FROM limits_for(account, model, at) AS l
    ON CONFLICT (account_id, rule_id, starts_at) DO UPDATE
        SET used = limit_use.used + excluded.used
$$;
