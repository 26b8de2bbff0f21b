"""SQL of automatic top-ups: who is due, and how attempts went."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from billing_service.domain.top_ups import MONTH, MONTH_PURCHASES
from billing_service.store.rows import found
from shared.db import Connection

FAILURES_MAX: Final = 3
# Not due while a charge is open, nor before the credits of the last one came back as a fact of
# the ledger: the balance that we see would be the one from before.
# Refunded or not, unanswered or not: what the card was asked for.
_SPENT = """
    (SELECT coalesce(sum(amount), 0) FROM payment
     WHERE user_id = c.user_id AND kind = 'top_up' AND payment_method_id IS NOT NULL
       AND status NOT IN ('canceled', 'failed') AND created_at > $1::timestamptz - $2::interval)
"""
_DUE = f"""
    FROM customer c
    JOIN LATERAL (
        SELECT id, provider_id FROM payment_method
        WHERE user_id = c.user_id AND unlinked_at IS NULL ORDER BY consented_at DESC LIMIT 1
    ) m ON true
    JOIN LATERAL (
        SELECT sequence, balance_after FROM ledger_entry WHERE user_id = c.user_id
        ORDER BY sequence DESC LIMIT 1
    ) e ON e.balance_after <= c.auto_top_up_threshold
    LEFT JOIN LATERAL (
        SELECT status, paid_at, credits, terms FROM payment
        WHERE user_id = c.user_id AND kind = 'top_up' AND payment_method_id IS NOT NULL
        ORDER BY created_at DESC LIMIT 1
    ) y ON true
    WHERE c.auto_top_up AND c.auto_top_up_failures < {FAILURES_MAX}
      AND (y.status IS NULL OR y.status IN ('canceled', 'failed')
           OR y.status = 'succeeded' AND EXISTS (
               SELECT FROM ledger_entry l WHERE l.user_id = c.user_id AND l.kind <> 'charge'
                 AND l.amount = y.credits
                 AND CASE WHEN y.terms ? 'after_sequence'
                     THEN l.sequence > (y.terms->>'after_sequence')::bigint
                     -- The version before stored no sequence.
                     ELSE l.posted_at >= y.paid_at END))
      AND (c.auto_top_up_failed_at IS NULL
           OR c.auto_top_up_failed_at < $1::timestamptz - interval '1 hour')
      AND c.auto_top_up_amount + {_SPENT} <=
          coalesce(c.auto_top_up_month_max, {MONTH_PURCHASES} * c.auto_top_up_amount)
"""


@dataclass(frozen=True, slots=True)
class DueTopUp:
    """`sequence` is that of the last entry of the ledger: the credits will come after it."""

    amount: Decimal
    method_id: UUID
    provider_id: str
    sequence: int


async def due(conn: Connection, now: datetime, limit: int) -> list[str]:
    sql = f"SELECT c.user_id {_DUE} ORDER BY c.user_id LIMIT $3"
    rows = await conn.fetch(sql, now, MONTH, limit)
    return [row["user_id"] for row in rows]


async def still_due(conn: Connection, user_id: str, now: datetime) -> DueTopUp | None:
    row = await conn.fetchrow(
        f"""
        SELECT c.auto_top_up_amount AS amount, m.id AS method_id, m.provider_id, e.sequence
        {_DUE} AND c.user_id = $3
        """,
        now,
        MONTH,
        user_id,
    )
    return found(DueTopUp, row)


async def spent(conn: Connection, user_id: str, now: datetime) -> Decimal:
    """Sum the automatic top-ups of the last 30 days."""
    amount: Decimal | None = await conn.fetchval(
        f"SELECT {_SPENT} FROM customer c WHERE c.user_id = $3", now, MONTH, user_id
    )
    return amount or Decimal(0)


async def switch_off(conn: Connection, user_id: str, now: datetime) -> bool:
    """Say whether it was on."""
    status = await conn.execute(
        "UPDATE customer SET auto_top_up = false, updated_at = $2"
        " WHERE user_id = $1 AND auto_top_up",
        user_id,
        now,
    )
    return bool(status.endswith(" 1"))


async def put_off(conn: Connection, user_id: str, now: datetime) -> None:
    """Try again in an hour, without counting what was no fault of the user's."""
    await conn.execute(
        "UPDATE customer SET auto_top_up_failed_at = $2 WHERE user_id = $1", user_id, now
    )


async def note_outcome(conn: Connection, user_id: str, now: datetime, *, paid: bool) -> None:
    """Forget failures after a success; after FAILURES_MAX failures it stays switched off."""
    await conn.execute(
        f"""
        UPDATE customer SET
            auto_top_up_failures = CASE WHEN $2 THEN 0 ELSE auto_top_up_failures + 1 END,
            auto_top_up_failed_at = CASE WHEN $2 THEN NULL ELSE $3::timestamptz END,
            auto_top_up = auto_top_up AND ($2 OR auto_top_up_failures + 1 < {FAILURES_MAX})
        WHERE user_id = $1
        """,
        user_id,
        paid,
        now,
    )
