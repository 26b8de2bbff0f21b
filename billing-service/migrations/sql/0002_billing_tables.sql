CREATE TABLE plan (
    id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_ru text CHECK (length(name_ru) <= 100),
    description text CHECK (length(description) <= 1000),
    description_ru text CHECK (length(description_ru) <= 1000),
    price numeric(12, 2) NOT NULL CHECK (price >= 0),
    currency text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
    interval text NOT NULL CHECK (interval IN ('day', 'week', 'month', 'year')),
    quotas jsonb,
    features jsonb,
    included_credits numeric(30, 12) NOT NULL DEFAULT 0 CHECK (included_credits >= 0),
    trial_days integer NOT NULL DEFAULT 0 CHECK (trial_days BETWEEN 0 AND 365),
    is_active boolean NOT NULL DEFAULT true,
    display_order integer NOT NULL DEFAULT 0 CHECK (display_order >= 0),
    plan_extra_metadata jsonb,
    -- A plan with a history is hidden, never erased: periods and payments point at it.
    archived_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE TABLE customer (
    user_id text PRIMARY KEY,
    name text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    role text NOT NULL DEFAULT 'user',
    is_closed boolean NOT NULL DEFAULT false,
    sync_sequence bigint NOT NULL DEFAULT 0,
    contact_email text,
    contact_phone text,
    auto_top_up boolean NOT NULL DEFAULT false,
    auto_top_up_threshold numeric(30, 12) CHECK (auto_top_up_threshold > 0),
    auto_top_up_amount numeric(12, 2) CHECK (auto_top_up_amount > 0),
    auto_top_up_failures integer NOT NULL DEFAULT 0,
    auto_top_up_failed_at timestamptz,
    updated_at timestamptz NOT NULL
);

-- The provider cannot forget a saved method; unlinking erases the id here and stops its use.
CREATE TABLE payment_method (
    id uuid PRIMARY KEY,
    user_id text NOT NULL,
    provider_id text UNIQUE,
    title text,
    consent_text text NOT NULL,
    consented_at timestamptz NOT NULL,
    unlinked_at timestamptz,
    CHECK ((provider_id IS NULL) = (unlinked_at IS NOT NULL))
);
CREATE INDEX payment_method_of_user ON payment_method (user_id);

CREATE TABLE subscription (
    id uuid PRIMARY KEY,
    user_id text NOT NULL,
    plan_id text NOT NULL REFERENCES plan (id),
    status text NOT NULL CHECK (
        status IN ('trialing', 'active', 'past_due', 'suspended', 'canceled', 'revoked')),
    current_number integer NOT NULL,
    current_period_start timestamptz NOT NULL,
    current_period_end timestamptz NOT NULL,
    cancel_at_period_end boolean NOT NULL DEFAULT false,
    auto_renew boolean NOT NULL DEFAULT false,
    payment_method_id uuid REFERENCES payment_method (id),
    next_plan_id text REFERENCES plan (id),
    -- Money of an unused rest that was too small to charge or to return; lowers the next charge.
    carry numeric(12, 2) NOT NULL DEFAULT 0 CHECK (carry >= 0),
    trial_end timestamptz,
    grace_until timestamptz,
    next_attempt_at timestamptz,
    renewal_attempts integer NOT NULL DEFAULT 0,
    ended_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (current_period_start < current_period_end),
    CHECK ((ended_at IS NOT NULL) = (status IN ('canceled', 'revoked'))),
    UNIQUE (id, user_id)
);
CREATE UNIQUE INDEX subscription_one_live ON subscription (user_id)
    WHERE status NOT IN ('canceled', 'revoked');
CREATE UNIQUE INDEX subscription_one_trial ON subscription (user_id) WHERE trial_end IS NOT NULL;
CREATE INDEX subscription_of_plan ON subscription (plan_id, status);
CREATE INDEX subscription_of_user ON subscription (user_id, created_at);
CREATE INDEX subscription_by_time ON subscription (created_at, id);
CREATE INDEX subscription_due ON subscription (current_period_end)
    WHERE status NOT IN ('canceled', 'revoked');

CREATE TABLE payment (
    id uuid PRIMARY KEY,
    user_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('purchase', 'renewal', 'change', 'top_up')),
    plan_id text REFERENCES plan (id),
    subscription_id uuid,
    period_number integer,
    attempt_number integer NOT NULL DEFAULT 1,
    -- What is sold, as it was when the payment began; a later edit of the plan changes nothing.
    terms jsonb NOT NULL,
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    currency text NOT NULL CHECK (currency IN ('RUB', 'USD', 'EUR')),
    credits numeric(30, 12) NOT NULL DEFAULT 0 CHECK (credits >= 0),
    description text NOT NULL,
    return_url text,
    idempotence_key text NOT NULL UNIQUE,
    request bytea NOT NULL,
    client_key text,
    payment_method_id uuid REFERENCES payment_method (id),
    consent_text text,
    status text NOT NULL CHECK (status IN ('created', 'sent', 'pending', 'succeeded', 'canceled',
        'failed', 'quarantined')),
    provider_id text UNIQUE,
    provider_status text,
    confirmation_url text,
    cancel_reason text,
    error text,
    receipt_registration text,
    refunded_amount numeric(12, 2) NOT NULL DEFAULT 0
        CHECK (refunded_amount BETWEEN 0 AND amount),
    -- A newer attempt replaced this one in the shop; if it is paid after all, it still counts.
    superseded_at timestamptz,
    next_check_at timestamptz,
    checks integer NOT NULL DEFAULT 0,
    sent_at timestamptz,
    paid_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK ((kind = 'top_up') = (plan_id IS NULL)),
    CHECK ((status = 'succeeded') = (paid_at IS NOT NULL)),
    CHECK (kind <> 'renewal' OR (subscription_id IS NOT NULL AND period_number IS NOT NULL)),
    FOREIGN KEY (subscription_id, user_id) REFERENCES subscription (id, user_id)
);
CREATE INDEX payment_of_user ON payment (user_id, created_at);
CREATE INDEX payment_by_time ON payment (created_at, id);
CREATE INDEX payment_to_check ON payment (next_check_at) WHERE next_check_at IS NOT NULL;
-- A checkout that is repeated while it can still be paid is the same checkout.
CREATE UNIQUE INDEX payment_one_checkout ON payment (user_id, kind, coalesce(plan_id, ''), amount)
    WHERE status IN ('created', 'sent', 'pending') AND superseded_at IS NULL AND payment_method_id IS NULL;
-- A saved method is charged for one thing at a time, whatever checkouts wait for their payer.
CREATE UNIQUE INDEX payment_one_automatic ON payment (user_id)
    WHERE status IN ('created', 'sent', 'pending') AND kind = 'top_up' AND payment_method_id IS NOT NULL;
CREATE UNIQUE INDEX payment_one_renewal ON payment (subscription_id, period_number)
    WHERE kind = 'renewal' AND status NOT IN ('canceled', 'failed');
CREATE UNIQUE INDEX payment_client_key ON payment (user_id, client_key)
    WHERE client_key IS NOT NULL;

-- Numbers are consecutive and each period starts where the one before ended: the reference to
-- the previous row makes a gap or an overlap impossible.
CREATE TABLE subscription_period (
    id uuid PRIMARY KEY,
    subscription_id uuid NOT NULL,
    user_id text NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    previous_number integer GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    plan_id text NOT NULL REFERENCES plan (id),
    price numeric(12, 2) NOT NULL CHECK (price >= 0),
    currency text NOT NULL,
    credits numeric(30, 12) NOT NULL CHECK (credits >= 0),
    quotas jsonb,
    interval text NOT NULL CHECK (interval IN ('day', 'week', 'month', 'year')),
    -- Boundaries are anchor_at plus whole intervals, clamped to the length of the month.
    anchor_at timestamptz NOT NULL,
    anchor_number integer NOT NULL,
    payment_id uuid UNIQUE REFERENCES payment (id),
    begun_at timestamptz,
    created_at timestamptz NOT NULL,
    CHECK (starts_at < ends_at),
    UNIQUE (subscription_id, number),
    UNIQUE (subscription_id, number, ends_at),
    FOREIGN KEY (subscription_id, user_id) REFERENCES subscription (id, user_id),
    FOREIGN KEY (subscription_id, previous_number, starts_at)
        REFERENCES subscription_period (subscription_id, number, ends_at)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX period_of_user ON subscription_period (user_id, starts_at);
CREATE INDEX period_to_begin ON subscription_period (starts_at) WHERE begun_at IS NULL;

CREATE TABLE subscription_transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES subscription (id),
    from_status text,
    to_status text NOT NULL,
    cause text NOT NULL,
    actor text NOT NULL,
    payment_id uuid REFERENCES payment (id),
    version integer NOT NULL,
    happened_at timestamptz NOT NULL,
    UNIQUE (subscription_id, version)
);

CREATE TABLE refund (
    id uuid PRIMARY KEY,
    payment_id uuid NOT NULL REFERENCES payment (id),
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    currency text NOT NULL,
    origin text NOT NULL CHECK (origin IN ('admin', 'provider')),
    reason text NOT NULL DEFAULT '',
    actor text NOT NULL,
    idempotence_key text UNIQUE,
    request bytea,
    client_key text,
    status text NOT NULL CHECK (
        status IN ('created', 'sent', 'pending', 'succeeded', 'canceled', 'failed')),
    provider_id text UNIQUE,
    cancel_reason text,
    error text,
    next_check_at timestamptz,
    checks integer NOT NULL DEFAULT 0,
    succeeded_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK ((status = 'succeeded') = (succeeded_at IS NOT NULL))
);
CREATE UNIQUE INDEX refund_one_open ON refund (payment_id)
    WHERE status IN ('created', 'sent', 'pending');
CREATE UNIQUE INDEX refund_client_key ON refund (payment_id, client_key)
    WHERE client_key IS NOT NULL;
CREATE INDEX refund_to_check ON refund (next_check_at) WHERE next_check_at IS NOT NULL;

CREATE TABLE notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL,
    object_id text NOT NULL,
    body jsonb NOT NULL,
    source text NOT NULL,
    status text NOT NULL CHECK (status IN ('new', 'applied', 'ignored', 'quarantined')),
    -- Counts deliveries; a worker closes a notice only in the revision that it has read.
    revision integer NOT NULL DEFAULT 1,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    outcome text,
    received_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (event, object_id)
);
CREATE INDEX notice_to_apply ON notice (next_attempt_at) WHERE status = 'new';

-- What a person must look at: money and our books disagree.
CREATE TABLE alarm (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    object_id text NOT NULL,
    details jsonb NOT NULL,
    raised_at timestamptz NOT NULL,
    resolved_at timestamptz,
    UNIQUE (kind, object_id)
);

-- One row per user, period and day; '' stands for usage outside of any period.
CREATE TABLE usage_counter (
    user_id text NOT NULL,
    period_id text NOT NULL,
    day date NOT NULL,
    unit text NOT NULL,
    amount bigint NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (user_id, period_id, day, unit)
);

CREATE TABLE audit_log (
    id uuid PRIMARY KEY,
    user_id text NOT NULL,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id text NOT NULL,
    description text,
    changes jsonb,
    audit_metadata jsonb,
    created_at timestamptz NOT NULL
);
CREATE INDEX audit_log_by_time ON audit_log (created_at, id);
CREATE INDEX audit_log_by_entity ON audit_log (entity_type, entity_id);
CREATE INDEX audit_log_by_user ON audit_log (user_id)
