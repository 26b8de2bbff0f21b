"""SQL of payments. A row is committed with its key and frozen body before the provider hears."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from billing_service.domain.payments import Payment
from billing_service.store.rows import found, value_of
from shared.db import Connection

_COLUMNS = (
    "id", "user_id", "kind", "plan_id", "subscription_id", "period_number", "attempt_number",
    "terms", "amount", "currency", "credits", "description", "return_url", "idempotence_key",
    "request", "client_key", "payment_method_id", "consent_text", "status", "provider_id",
    "provider_status", "confirmation_url", "cancel_reason", "error", "receipt_registration",
    "refunded_amount", "superseded_at", "next_check_at", "checks", "sent_at", "paid_at",
    "created_at", "updated_at",
)  # fmt: skip
_PLACES = ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))


async def insert(conn: Connection, new: Payment) -> bool:
    """Store an intent; False if an open one for the same thing, or the same key, exists."""
    status = await conn.execute(
        f"INSERT INTO payment ({', '.join(_COLUMNS)}) VALUES ({_PLACES}) ON CONFLICT DO NOTHING",
        *(getattr(new, column) for column in _COLUMNS),
    )
    return bool(status.endswith(" 1"))


async def get(conn: Connection, payment_id: UUID, *, lock: bool = False) -> Payment | None:
    sql = "SELECT * FROM payment WHERE id = $1" + (" FOR UPDATE" if lock else "")
    return found(Payment, await conn.fetchrow(sql, payment_id))


async def lock_unanswered(conn: Connection, payment_id: UUID) -> Payment | None:
    """Lock an open payment; None if the provider has been heard: a notice may be the faster one."""
    row = await conn.fetchrow(
        """
        SELECT * FROM payment WHERE id = $1 AND status IN ('created', 'sent', 'pending')
          AND provider_id IS NULL FOR UPDATE
        """,
        payment_id,
    )
    return found(Payment, row)


async def by_provider_id(conn: Connection, provider_id: str) -> Payment | None:
    row = await conn.fetchrow("SELECT * FROM payment WHERE provider_id = $1", provider_id)
    return found(Payment, row)


async def by_client_key(conn: Connection, user_id: str, client_key: str) -> Payment | None:
    row = await conn.fetchrow(
        "SELECT * FROM payment WHERE user_id = $1 AND client_key = $2", user_id, client_key
    )
    return found(Payment, row)


async def open_checkouts(
    conn: Connection, user_id: str, kind: str, plan_id: str | None
) -> list[Payment]:
    """Read the checkouts of one thing that can still be paid, newest first."""
    rows = await conn.fetch(
        """
        SELECT * FROM payment
        WHERE user_id = $1 AND kind = $2 AND plan_id IS NOT DISTINCT FROM $3
          AND status IN ('created', 'sent', 'pending') AND superseded_at IS NULL
          AND payment_method_id IS NULL
        ORDER BY created_at DESC FOR UPDATE
        """,
        user_id,
        kind,
        plan_id,
    )
    return [value_of(Payment, row) for row in rows]


async def update(conn: Connection, payment_id: UUID, now: datetime, **changes: Any) -> Payment:
    """Write the fields of a payment that the caller has locked."""
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(changes, start=3))
    row = await conn.fetchrow(
        f"UPDATE payment SET updated_at = $2{columns} WHERE id = $1 RETURNING *",
        payment_id,
        now,
        *changes.values(),
    )
    assert row is not None  # noqa: S101 - the row is locked
    return value_of(Payment, row)


async def withdraw_consents(conn: Connection, user_id: str, now: datetime) -> int:
    """Keep no card of checkouts that are paid later on; return how many would have."""
    status = await conn.execute(
        """
        UPDATE payment SET consent_text = NULL, updated_at = $2
        WHERE user_id = $1 AND status IN ('created', 'sent', 'pending')
          AND consent_text IS NOT NULL
        """,
        user_id,
        now,
    )
    return int(status.rpartition(" ")[2])


async def is_wanted(conn: Connection, payment: Payment) -> bool:
    """Say whether the user still agrees to, and needs, a charge that nobody has to confirm."""
    wanted: bool = await conn.fetchval(
        """
        SELECT EXISTS (SELECT FROM payment_method WHERE id = $1 AND unlinked_at IS NULL)
          AND CASE $2
            WHEN 'renewal' THEN EXISTS (
                SELECT FROM subscription WHERE id = $3 AND ended_at IS NULL AND auto_renew
                  AND NOT cancel_at_period_end)
              AND NOT EXISTS (
                SELECT FROM subscription_period WHERE subscription_id = $3 AND number = $5)
            ELSE EXISTS (
                SELECT FROM customer WHERE user_id = $4 AND auto_top_up
                  AND auto_top_up_threshold >= (
                    SELECT balance_after FROM ledger_entry WHERE user_id = $4
                    ORDER BY sequence DESC LIMIT 1))
          END
        """,
        payment.payment_method_id,
        payment.kind,
        payment.subscription_id,
        payment.user_id,
        payment.period_number,
    )
    return wanted


async def carry_counted_on(conn: Connection, subscription_id: UUID) -> Decimal:
    """Read how much carried money the charge that is under way does without."""
    used: Decimal = await conn.fetchval(
        """
        SELECT coalesce(sum((terms->>'carry_used')::numeric), 0) FROM payment
        WHERE subscription_id = $1 AND kind = 'renewal' AND status IN ('created', 'sent', 'pending')
        """,
        subscription_id,
    )
    return used


async def list_of(conn: Connection, user_id: str, limit: int, skip: int) -> list[Payment]:
    rows = await conn.fetch(
        """
        SELECT * FROM payment WHERE user_id = $1 ORDER BY created_at DESC, id LIMIT $2 OFFSET $3
        """,
        user_id,
        limit,
        skip,
    )
    return [value_of(Payment, row) for row in rows]


async def renewals_tried(conn: Connection, subscription_id: UUID, number: int) -> int:
    """Count the attempts made for one period, whatever became of them."""
    count: int = await conn.fetchval(
        """
        SELECT count(*) FROM payment
        WHERE subscription_id = $1 AND kind = 'renewal' AND period_number = $2
        """,
        subscription_id,
        number,
    )
    return count
