"""Every invariant of the ledger, checked on the rows themselves. Read-only; one snapshot."""

from dataclasses import dataclass
from typing import Final

from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant that does not hold, for whom, and how."""

    invariant: str
    subject: str
    detail: str


# Each query returns (subject, detail) of what breaks the invariant; none when it holds.
CHECKS: Final = {
    "the balances and the house accounts sum to zero": """
        SELECT 'all' AS subject, format('balances %s, house %s', a.total, h.total) AS detail
        FROM (SELECT coalesce(sum(balance), 0) AS total FROM account) a,
            (SELECT coalesce(sum(CASE WHEN credit_account LIKE 'house:%'
                THEN amount ELSE -amount END), 0) AS total FROM transfer) h
        WHERE a.total + h.total <> 0
    """,
    "a balance is the sum of its transfers": """
        SELECT a.account_id AS subject, format('balance %s, transfers %s', a.balance, t.total)
            AS detail
        FROM account a LEFT JOIN LATERAL (
            SELECT coalesce(sum(CASE WHEN credit_account = a.account_id
                THEN amount ELSE -amount END), 0) AS total
            FROM transfer WHERE account_id = a.account_id) t ON true
        WHERE a.balance <> t.total
    """,
    "each balance_after follows from the one before": """
        SELECT account_id AS subject, format('sequence %s', sequence) AS detail FROM (
            SELECT account_id, sequence, balance_after,
                CASE WHEN credit_account = account_id THEN amount ELSE -amount END AS delta,
                lag(balance_after, 1, 0) OVER (PARTITION BY account_id ORDER BY sequence) AS before
            FROM transfer) AS chain
        WHERE balance_after <> before + delta
    """,
    "sequences have no gaps": """
        SELECT a.account_id AS subject, format('account at %s, %s transfers up to %s',
            a.sequence, t.n, t.last) AS detail
        FROM account a LEFT JOIN LATERAL (
            SELECT count(*) AS n, coalesce(max(sequence), 0) AS last
            FROM transfer WHERE account_id = a.account_id) t ON true
        WHERE a.sequence <> t.n OR a.sequence <> t.last
    """,
    "every transfer belongs to an account": """
        SELECT DISTINCT t.account_id AS subject, 'no such account' AS detail
        FROM transfer t LEFT JOIN account a USING (account_id) WHERE a.account_id IS NULL
    """,
    "what is held is the sum of the open holds": """
        SELECT a.account_id AS subject, format('held %s, open holds %s', a.held, h.total) AS detail
        FROM account a LEFT JOIN LATERAL (
            SELECT coalesce(sum(amount), 0) AS total
            FROM hold WHERE account_id = a.account_id AND status = 'open') h ON true
        WHERE a.held <> h.total
    """,
    "a settled hold has exactly one charge": """
        SELECT h.id::text AS subject, format('%s charges', count(t.id)) AS detail
        FROM hold h LEFT JOIN transfer t ON t.account_id = h.account_id
            AND t.idempotency_key = 'settle:' || h.id
        WHERE h.status = 'settled' GROUP BY h.id HAVING count(t.id) <> 1
    """,
    "a released hold has no charge": """
        SELECT h.id::text AS subject, t.idempotency_key AS detail
        FROM hold h JOIN transfer t ON t.account_id = h.account_id
            AND t.idempotency_key IN ('settle:' || h.id, 'expire:' || h.id)
        WHERE h.status = 'released'
    """,
    "an expired hold was charged what it had counted": """
        SELECT h.id::text AS subject, format('counted %s, charged %s', h.counted_amount,
            coalesce(t.amount, 0)) AS detail
        FROM hold h LEFT JOIN transfer t ON t.account_id = h.account_id
            AND t.idempotency_key = 'expire:' || h.id
        WHERE h.status = 'expired' AND h.counted_amount <> coalesce(t.amount, 0)
    """,
    "no hold outlives its deadline": """
        SELECT id::text AS subject, format('expired at %s', expires_at) AS detail
        FROM hold WHERE status = 'open' AND expires_at < now() - interval '10 minutes'
    """,
    "what is reserved of limits is what the open holds took": """
        SELECT u.account_id AS subject, format('rule %s: reserved %s, holds %s', u.rule_id,
            u.reserved, h.total) AS detail
        FROM limit_use u CROSS JOIN LATERAL (
            SELECT coalesce(sum((r->>'amount')::numeric), 0) AS total
            FROM hold, jsonb_array_elements(reservations) AS r
            WHERE hold.account_id = u.account_id AND hold.status = 'open'
                AND (r->>'rule')::uuid = u.rule_id
                AND (r->>'starts_at')::timestamptz = u.starts_at) h
        WHERE u.reserved <> h.total
    """,
    "the lots hold at least the balance": """
        SELECT a.account_id AS subject, format('balance %s, lots %s', a.balance, l.total) AS detail
        FROM account a LEFT JOIN LATERAL (
            SELECT coalesce(sum(remaining), 0) AS total
            FROM lot WHERE account_id = a.account_id) l ON true
        WHERE l.total < a.balance
    """,
    "a charge is the sum of its lines": """
        SELECT format('%s/%s', account_id, sequence) AS subject,
            format('amount %s, lines %s', amount, total) AS detail
        FROM transfer, LATERAL (SELECT coalesce(sum((line->>'amount')::numeric), 0) AS total
            FROM jsonb_array_elements(lines) AS line) l
        WHERE kind = 'charge' AND amount <> total
    """,
    "the summaries of usage are those of its days": """
        WITH days AS (
            SELECT kind.span, date_trunc(kind.span, u.day)::date AS since, u.*,
                u.charged - u.reversed AS net
            FROM usage_day u
            JOIN usage_position p ON (p.xid, p.sequence) = (p.summed_xid, p.summed_sequence)
                AND u.day <= p.summed_until
            CROSS JOIN (VALUES ('day'), ('month'), ('year')) AS kind (span)
        ), expected AS (
            SELECT span, since, account_id, NULL AS model_id, NULL::bigint AS users,
                sum(charges) AS charges, sum(net) AS used, NULL::numeric AS tokens
            FROM days GROUP BY span, since, account_id
            UNION ALL
            SELECT span, since, NULL, coalesce(model_id, ''), count(DISTINCT account_id),
                sum(charges), sum(net), sum(input + output)
            FROM days GROUP BY GROUPING SETS ((span, since, model_id), (span, since))
        ), found AS (
            SELECT span, since, account_id, NULL AS model_id, NULL::bigint AS users, charges,
                used, NULL::numeric AS tokens FROM usage_by_account
            UNION ALL
            SELECT span, since, NULL, model_id, users, charges, used, input + output
            FROM usage_by_model
        )
        SELECT format('%s %s %s', span, since, coalesce(account_id, model_id)) AS subject,
            'differs from its days' AS detail
        FROM ((TABLE expected EXCEPT TABLE found) UNION (TABLE found EXCEPT TABLE expected)) AS o
        WHERE EXISTS (SELECT FROM usage_position
            WHERE (xid, sequence) = (summed_xid, summed_sequence))
    """,
}


async def verify_ledger(connection: Connection) -> list[Breach]:
    """Run all checks in one repeatable-read snapshot; an empty list means a sound ledger."""
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        return await find_breaches(connection)


async def find_breaches(connection: Connection) -> list[Breach]:
    """The same within the caller's transaction."""
    breaches = []
    for invariant, query in CHECKS.items():
        rows = await connection.fetch(f"{query} LIMIT 100")
        breaches += [Breach(invariant, row["subject"], row["detail"]) for row in rows]
    return breaches
