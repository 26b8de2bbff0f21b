CREATE TABLE promo_code (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{2,63}$'),
    kind text NOT NULL CHECK (kind IN ('percent', 'amount', 'credits')),
    value numeric(30, 12) NOT NULL CHECK (value > 0),
    currency text CHECK (currency IN ('RUB', 'USD', 'EUR')),
    -- NULL: every plan, empty: none.
    plan_ids text[],
    applies_to_top_ups boolean NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    max_redemptions integer CHECK (max_redemptions >= 1),
    max_per_user integer CHECK (max_per_user >= 1),
    redemptions integer NOT NULL DEFAULT 0 CHECK (redemptions >= 0),
    is_active boolean NOT NULL DEFAULT true,
    note text CHECK (length(note) <= 1000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (kind <> 'percent' OR value <= 100),
    CHECK ((kind = 'amount') = (currency IS NOT NULL)),
    CHECK (starts_at < ends_at),
    CONSTRAINT promo_code_not_overused CHECK (redemptions <= max_redemptions)
);

-- One row per use. A use of a payment that came to nothing is given back, never erased.
CREATE TABLE promo_redemption (
    id uuid PRIMARY KEY,
    code text NOT NULL REFERENCES promo_code (code),
    user_id text NOT NULL,
    -- Which of the user's uses it is: two at once cannot be the same one.
    slot integer NOT NULL CHECK (slot >= 1),
    payment_id uuid UNIQUE REFERENCES payment (id),
    plan_id text REFERENCES plan (id),
    discount numeric(12, 2) NOT NULL CHECK (discount >= 0),
    credits numeric(30, 12) NOT NULL CHECK (credits >= 0),
    currency text NOT NULL,
    client_key text,
    redeemed_at timestamptz NOT NULL,
    returned_at timestamptz,
    -- Without a payment a whole period was given.
    CHECK (payment_id IS NOT NULL OR plan_id IS NOT NULL)
);
CREATE UNIQUE INDEX promo_redemption_slot ON promo_redemption (code, user_id, slot)
    WHERE returned_at IS NULL;
CREATE UNIQUE INDEX promo_redemption_client_key ON promo_redemption (user_id, client_key)
    WHERE client_key IS NOT NULL;
CREATE INDEX promo_redemption_of_code ON promo_redemption (code, redeemed_at)
