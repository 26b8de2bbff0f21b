"""Payments, subscriptions and refunds of everybody, for administrators: newest first, by keyset."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from shared.db import Connection, Database, Row


@dataclass(frozen=True, slots=True)
class SalesFilter:
    """What a list is narrowed to; `search` is part of a name, an address or an id."""

    search: str | None = None
    status: str | None = None
    kind: str | None = None
    user_id: str | None = None
    plan_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SalesPage:
    """`next` is what the following page begins after; None on the last one."""

    rows: list[dict[str, Any]]
    total: int
    next: UUID | None


_WHO: Final = "coalesce(nullif(c.name, ''), x.user_id) AS user_name, coalesce(c.email, '') AS email"
_SOURCES: Final = {
    "payment": f"""
        SELECT x.id, x.user_id, {_WHO}, x.kind, x.plan_id, p.name AS plan_name, x.amount,
            x.currency, x.credits, x.refunded_amount, x.status, x.provider_id, x.cancel_reason,
            x.error, x.superseded_at, x.paid_at, x.created_at
        FROM payment x LEFT JOIN customer c USING (user_id) LEFT JOIN plan p ON p.id = x.plan_id
    """,
    "subscription": f"""
        SELECT x.id, x.user_id, {_WHO}, NULL::text AS kind, x.plan_id, p.name AS plan_name,
            p.price, p.currency, p.interval, x.status, NULL::text AS provider_id,
            x.current_period_start, x.current_period_end, x.cancel_at_period_end, x.auto_renew,
            x.next_plan_id, x.next_attempt_at, x.grace_until, x.trial_end, x.ended_at, x.created_at
        FROM subscription x LEFT JOIN customer c USING (user_id)
        JOIN plan p ON p.id = x.plan_id
    """,
    "refund": f"""
        SELECT x.id, x.payment_id, x.user_id, {_WHO}, x.origin AS kind, x.plan_id,
            p.name AS plan_name, x.amount, x.currency, x.reason, x.actor, x.status, x.provider_id,
            x.cancel_reason, x.error, x.succeeded_at, x.created_at
        FROM (SELECT r.*, b.user_id, b.plan_id FROM refund r JOIN payment b ON b.id = r.payment_id)
            AS x LEFT JOIN customer c USING (user_id) LEFT JOIN plan p ON p.id = x.plan_id
    """,
}
_MATCHES: Final = """
    ($1::text IS NULL OR status = $1) AND ($2::text IS NULL OR kind = $2)
    AND ($3::text IS NULL OR user_id = $3) AND ($4::text IS NULL OR plan_id = $4)
    AND ($5::timestamptz IS NULL OR created_at >= $5)
    AND ($6::timestamptz IS NULL OR created_at < $6)
    AND ($7::text IS NULL OR id::text = $7 OR provider_id = $7 OR user_id = $7
        OR user_name ILIKE '%' || $7 || '%' OR email ILIKE '%' || $7 || '%')
"""


async def sales(
    db: Database, table: str, wanted: SalesFilter, limit: int, before: UUID | None
) -> SalesPage:
    """A page of `table` (payment, subscription or refund) and the number of all that match."""
    source = f"({_SOURCES[table]}) AS listed"
    values = (
        wanted.status,
        wanted.kind,
        wanted.user_id,
        wanted.plan_id,
        wanted.since,
        wanted.until,
        wanted.search,
    )
    async with db.reader() as conn:
        total: int = await conn.fetchval(f"SELECT count(*) FROM {source} WHERE {_MATCHES}", *values)
        rows = await conn.fetch(
            f"""
            SELECT * FROM {source} WHERE {_MATCHES} AND ($8::uuid IS NULL
                OR (created_at, id) < (SELECT created_at, id FROM {table} WHERE id = $8))
            ORDER BY created_at DESC, id DESC LIMIT $9
            """,
            *values,
            before,
            limit + 1,
        )
    shown = [dict(row) for row in rows[:limit]]
    return SalesPage(shown, total, shown[-1]["id"] if len(rows) > limit else None)


async def payment_file(db: Database, payment_id: UUID) -> dict[str, Any] | None:
    """A payment with everything that happened to it, in order of time."""
    async with db.reader() as conn:
        row = await _one(conn, "payment", payment_id)
        if row is None:
            return None
        more = await conn.fetchrow(
            """
            SELECT description, terms, subscription_id, period_number, attempt_number,
                receipt_registration, confirmation_url, sent_at, provider_status
            FROM payment WHERE id = $1
            """,
            payment_id,
        )
        refunds = await conn.fetch(
            f"SELECT * FROM ({_SOURCES['refund']}) AS r WHERE payment_id = $1 ORDER BY created_at",
            payment_id,
        )
        events = await conn.fetch(_PAYMENT_EVENTS, payment_id)
    return {
        **row,
        **dict(more or {}),
        "refunds": [dict(refund) for refund in refunds],
        "events": [dict(event) for event in events],
    }


_PAYMENT_EVENTS: Final = """
    WITH p AS (SELECT * FROM payment WHERE id = $1)
    SELECT * FROM (
        SELECT created_at AS at, 'created' AS what, '' AS detail FROM p
        UNION ALL SELECT sent_at, 'sent', '' FROM p WHERE sent_at IS NOT NULL
        UNION ALL SELECT superseded_at, 'superseded', '' FROM p WHERE superseded_at IS NOT NULL
        UNION ALL SELECT paid_at, 'paid', '' FROM p WHERE paid_at IS NOT NULL
        UNION ALL SELECT updated_at, status, coalesce(cancel_reason, error, '') FROM p
            WHERE status IN ('canceled', 'failed', 'quarantined')
        UNION ALL SELECT n.received_at, 'notice', n.event || ': ' || n.status
            FROM notice n JOIN p ON n.object_id = p.provider_id
        UNION ALL SELECT a.raised_at, 'alarm', a.kind
            FROM alarm a JOIN p ON a.object_id IN (p.id::text, p.provider_id)
        UNION ALL SELECT t.happened_at, 'subscription', t.cause
            FROM subscription_transition t JOIN p ON t.payment_id = p.id
        UNION ALL SELECT r.created_at, 'refund', r.status
            FROM refund r JOIN p ON r.payment_id = p.id
    ) AS happened ORDER BY at, what
"""


async def subscription_file(db: Database, subscription_id: UUID) -> dict[str, Any] | None:
    """A subscription with its transitions, its periods and its payments, newest first."""
    async with db.reader() as conn:
        row = await _one(conn, "subscription", subscription_id)
        if row is None:
            return None
        transitions = await conn.fetch(
            """
            SELECT from_status, to_status, cause, actor, payment_id, happened_at
            FROM subscription_transition WHERE subscription_id = $1 ORDER BY version DESC
            """,
            subscription_id,
        )
        periods = await conn.fetch(
            """
            SELECT number, starts_at, ends_at, plan_id, price, currency, credits, payment_id,
                begun_at
            FROM subscription_period WHERE subscription_id = $1 ORDER BY number DESC
            """,
            subscription_id,
        )
    return {
        **row,
        "transitions": [dict(transition) for transition in transitions],
        "periods": [dict(period) for period in periods],
    }


async def _one(conn: Connection, table: str, record_id: UUID) -> dict[str, Any] | None:
    row: Row | None = await conn.fetchrow(
        f"SELECT * FROM ({_SOURCES[table]}) AS listed WHERE id = $1", record_id
    )
    return dict(row) if row else None
