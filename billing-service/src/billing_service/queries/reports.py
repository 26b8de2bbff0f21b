"""Reports over payments, refunds and periods: every figure is a sum of rows that still exist."""

from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from billing_service.domain.plans import monthly_revenue
from billing_service.domain.proration import ZERO
from billing_service.domain.reports import Span, months_of, per_head, share_of
from shared.db import Connection, Database

Row = dict[str, Any]
_PAGE: Final = 1_000
_NOT_PAID: Final = "p.status IN ('canceled', 'failed', 'quarantined')"
_FIRST: Final = UUID(int=0)


async def revenue(db: Database, span: Span) -> list[Row]:
    """By day (UTC), currency and kind. Refunds count on the day on which the money went back."""
    async with db.reader() as conn:
        return await _revenue(conn, span)


async def _revenue(conn: Connection, span: Span) -> list[Row]:
    rows = await conn.fetch(
        """
        WITH came AS (
            SELECT (paid_at AT TIME ZONE 'UTC')::date AS day, currency, kind,
                   count(*) AS payments, sum(amount) AS gross
            FROM payment WHERE paid_at >= $1 AND paid_at < $2 GROUP BY 1, 2, 3
        ), went AS (
            SELECT (r.succeeded_at AT TIME ZONE 'UTC')::date AS day, p.currency, p.kind,
                   count(*) AS refunds, sum(r.amount) AS refunded
            FROM refund r JOIN payment p ON p.id = r.payment_id
            WHERE r.succeeded_at >= $1 AND r.succeeded_at < $2 GROUP BY 1, 2, 3
        )
        SELECT day, currency, kind, coalesce(payments, 0) AS payments,
               coalesce(gross, 0.00) AS gross, coalesce(refunds, 0) AS refunds,
               coalesce(refunded, 0.00) AS refunded,
               coalesce(gross, 0.00) - coalesce(refunded, 0.00) AS net
        FROM came FULL JOIN went USING (day, currency, kind) ORDER BY day, currency, kind
        """,
        span.since,
        span.until,
    )
    return [dict(row) for row in rows]


async def churn(db: Database, span: Span, now: datetime) -> list[Row]:
    """By month (UTC) and currency: people inside a period that they paid for, and who left."""
    async with db.reader() as conn:
        return await _churn(conn, list(months_of(span, now)))


async def _churn(conn: Connection, spans: list[Span]) -> list[Row]:
    rows = await conn.fetch(
        """
        SELECT e.since, e.until, u.currency,
               count(*) FILTER (WHERE had) AS at_start,
               count(*) FILTER (WHERE has AND NOT had) AS gained,
               count(*) FILTER (WHERE had AND NOT has) AS lost,
               count(*) FILTER (WHERE has) AS at_end
        FROM unnest($1::timestamptz[], $2::timestamptz[]) AS e (since, until)
        CROSS JOIN LATERAL (
            SELECT user_id, currency,
                   bool_or(starts_at <= e.since AND ends_at > e.since) AS had,
                   bool_or(starts_at <= e.until AND ends_at > e.until) AS has
            FROM subscription_period
            WHERE price > 0 AND begun_at IS NOT NULL
              AND starts_at <= e.until AND ends_at > e.since
            GROUP BY user_id, currency
        ) u
        GROUP BY e.since, e.until, u.currency ORDER BY e.since, u.currency
        """,
        [span.since for span in spans],
        [span.until for span in spans],
    )
    return [dict(row) | {"churn": share_of(row["lost"], row["at_start"])} for row in rows]


async def summary(db: Database, span: Span, now: datetime) -> list[Row]:
    """By currency: what recurs as of now, and what came, went and failed in the span."""
    found: dict[str, Row] = defaultdict(
        lambda: {
            "mrr": ZERO, "subscribers": 0, "payments": 0, "gross": ZERO,
            "refunded": ZERO, "net": ZERO, "payers": 0, "failed_payments": 0,
            "churn": None,
        }
    )  # fmt: skip
    async with db.reader() as conn, conn.transaction(isolation="repeatable_read", readonly=True):
        await _recurring(conn, found)
        for row in await _revenue(conn, span):
            for name in ("payments", "gross", "refunded", "net"):
                found[row["currency"]][name] += row[name]
        await _people(conn, span, found)
        until = min(span.until, now)
        whole = [Span(span.since, until)] if span.since < until else []
        for row in await _churn(conn, whole):
            found[row["currency"]]["churn"] = row["churn"]
    return [
        {
            "currency": currency,
            "mrr": figures["mrr"],
            "arr": figures["mrr"] * 12,
            "arpu": per_head(figures["mrr"], figures["subscribers"]),
            **{name: value for name, value in figures.items() if name != "mrr"},
        }
        for currency, figures in sorted(found.items())
    ]


async def _recurring(conn: Connection, found: dict[str, Row]) -> None:
    """Count as the list of plans does, so that both show the same revenue."""
    rows = await conn.fetch(
        """
        SELECT p.price, p.interval, p.currency, count(*) AS active
        FROM subscription s JOIN plan p ON p.id = s.plan_id
        WHERE s.status = 'active' AND p.price > 0 GROUP BY p.id
        """
    )
    for row in rows:
        figures = found[row["currency"]]
        figures["mrr"] += monthly_revenue(row["price"], row["interval"], row["active"])
        figures["subscribers"] += row["active"]


async def _people(conn: Connection, span: Span, found: dict[str, Row]) -> None:
    rows = await conn.fetch(
        f"""
        SELECT currency, count(DISTINCT user_id) FILTER (WHERE paid_at >= $1 AND paid_at < $2)
                   AS payers,
               count(*) FILTER (WHERE {_NOT_PAID} AND created_at >= $1 AND created_at < $2)
                   AS failed_payments
        FROM payment p
        WHERE paid_at >= $1 AND paid_at < $2
           OR {_NOT_PAID} AND created_at >= $1 AND created_at < $2
        GROUP BY currency
        """,
        span.since,
        span.until,
    )
    for row in rows:
        found[row["currency"]] |= {
            "payers": row["payers"], "failed_payments": row["failed_payments"],
        }  # fmt: skip


async def failed_payments(db: Database, span: Span) -> AsyncIterator[list[Row]]:
    """Pages of payments that came to nothing, oldest first; no connection waits for the reader."""
    after: tuple[datetime, UUID] = (span.since, _FIRST)
    while True:
        async with db.reader() as conn:
            rows = await conn.fetch(
                f"""
                SELECT p.id, p.created_at, p.user_id, coalesce(c.email, '') AS email, p.kind,
                       p.plan_id, p.amount, p.currency, p.status,
                       coalesce(p.cancel_reason, p.error) AS reason, p.attempt_number AS attempt,
                       p.provider_id
                FROM payment p LEFT JOIN customer c USING (user_id)
                WHERE {_NOT_PAID} AND p.created_at < $1
                  AND p.created_at >= $2 AND (p.created_at, p.id) > ($2, $3)
                ORDER BY p.created_at, p.id LIMIT $4
                """,
                span.until,
                *after,
                _PAGE,
            )
        if rows:
            yield [dict(row) for row in rows]
        if len(rows) < _PAGE:
            return
        after = (rows[-1]["created_at"], rows[-1]["id"])
