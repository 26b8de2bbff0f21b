"""SQL of subscriptions, their periods and their transitions.

A row changes only through `move`, which compares the version: two writers never both win.
"""

from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from billing_service.domain.subscriptions import KeptFor, Subscription, may_follow
from billing_service.store.rows import found, value_of
from shared.db import Connection

_COLUMNS = (
    "id", "user_id", "plan_id", "status", "current_number", "current_period_start",
    "current_period_end", "cancel_at_period_end", "auto_renew", "payment_method_id",
    "next_plan_id", "carry", "trial_end", "grace_until", "next_attempt_at", "renewal_attempts",
    "ended_at", "version", "created_at", "updated_at",
)  # fmt: skip
_IS_DUE = """
    status NOT IN ('canceled', 'revoked')
    AND CASE WHEN status IN ('trialing', 'active') THEN current_period_end
             ELSE grace_until END <= $1
"""
_RENEWABLE = """
    JOIN payment_method m ON m.id = s.payment_method_id AND m.unlinked_at IS NULL
    WHERE s.status IN ('trialing', 'active', 'past_due') AND s.auto_renew
      AND NOT s.cancel_at_period_end AND s.current_period_end <= $2
      AND (s.next_attempt_at <= $1 OR s.next_attempt_at IS NULL AND s.renewal_attempts = 0)
      AND NOT EXISTS (SELECT FROM subscription_period p
                      WHERE p.subscription_id = s.id AND p.number = s.current_number + 1)
      AND NOT EXISTS (SELECT FROM payment y
                      WHERE y.subscription_id = s.id AND y.kind = 'renewal'
                        AND y.period_number = s.current_number + 1
                        AND y.status NOT IN ('canceled', 'failed'))
"""
_PLACES = ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))


async def insert(
    conn: Connection, new: Subscription, cause: str, actor: str, payment_id: UUID | None
) -> bool:
    """Store a new live subscription; False if the user has one already."""
    status = await conn.execute(
        f"""
        INSERT INTO subscription ({", ".join(_COLUMNS)}) VALUES ({_PLACES})
        ON CONFLICT (user_id) WHERE status NOT IN ('canceled', 'revoked') DO NOTHING
        """,
        *(getattr(new, column) for column in _COLUMNS),
    )
    if not status.endswith(" 1"):
        return False
    await _record(conn, new, None, cause, actor, payment_id)
    return True


async def get(
    conn: Connection, subscription_id: UUID, *, lock: bool = False
) -> Subscription | None:
    sql = "SELECT * FROM subscription WHERE id = $1" + (" FOR UPDATE" if lock else "")
    return found(Subscription, await conn.fetchrow(sql, subscription_id))


async def live_of(conn: Connection, user_id: str, *, lock: bool = False) -> Subscription | None:
    """Read the one live subscription of a user."""
    sql = (
        "SELECT * FROM subscription WHERE user_id = $1 AND status NOT IN ('canceled', 'revoked')"
        + (" FOR UPDATE" if lock else "")
    )
    return found(Subscription, await conn.fetchrow(sql, user_id))


async def lock_user(conn: Connection, user_id: str) -> None:
    """Let the transactions that may create or end this user's subscription run one by one."""
    await conn.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('billing:' || $1, 0))", user_id
    )


async def move(
    conn: Connection,
    before: Subscription,
    now: datetime,
    *,
    cause: str,
    actor: str,
    payment_id: UUID | None = None,
    **changes: Any,
) -> Subscription:
    """Change the subscription as it was read, and record the step.

    The caller holds the row's lock; another version means a programmer's error.
    """
    after = changes.get("status", before.status)
    if after != before.status and not may_follow(before.status, after):
        raise ValueError(f"a subscription cannot go from {before.status} to {after}")
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(changes, start=4))
    row = await conn.fetchrow(
        f"""
        UPDATE subscription SET updated_at = $3, version = version + 1{columns}
        WHERE id = $1 AND version = $2 RETURNING *
        """,
        before.id,
        before.version,
        now,
        *changes.values(),
    )
    assert row is not None  # noqa: S101 - the row is locked
    moved = value_of(Subscription, row)
    await _record(conn, moved, before.status, cause, actor, payment_id)
    return moved


async def _record(
    conn: Connection,
    moved: Subscription,
    before: str | None,
    cause: str,
    actor: str,
    payment_id: UUID | None,
) -> None:
    await conn.execute(
        """
        INSERT INTO subscription_transition (subscription_id, from_status, to_status, cause, actor,
            payment_id, version, happened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        moved.id,
        before,
        moved.status,
        cause,
        actor,
        payment_id,
        moved.version,
        moved.updated_at,
    )


async def due(
    conn: Connection, now: datetime, limit: int, left_out: list[UUID]
) -> list[tuple[UUID, str]]:
    """(id, user) of subscriptions whose time has come: period, grace or suspension is over."""
    rows = await conn.fetch(
        f"""
        SELECT id, user_id FROM subscription WHERE {_IS_DUE} AND id <> ALL($3)
        ORDER BY current_period_end LIMIT $2
        """,
        now,
        limit,
        left_out,
    )
    return [(row["id"], row["user_id"]) for row in rows]


async def still_due(conn: Connection, subscription_id: UUID, now: datetime) -> Subscription | None:
    """Lock the subscription if its time has come and nobody has dealt with it meanwhile."""
    row = await conn.fetchrow(
        f"SELECT * FROM subscription WHERE id = $2 AND {_IS_DUE} FOR UPDATE", now, subscription_id
    )
    return found(Subscription, row)


async def renewals_due(conn: Connection, now: datetime, soon: datetime, limit: int) -> list[UUID]:
    """Ids of subscriptions whose saved method may be charged now."""
    rows = await conn.fetch(
        f"SELECT s.id FROM subscription s {_RENEWABLE} ORDER BY s.current_period_end LIMIT $3",
        now,
        soon,
        limit,
    )
    return [row["id"] for row in rows]


async def still_renewable(
    conn: Connection, subscription_id: UUID, now: datetime, soon: datetime
) -> Subscription | None:
    """Lock the subscription if it may still be charged: consent is checked in this transaction."""
    row = await conn.fetchrow(
        f"SELECT s.* FROM subscription s {_RENEWABLE} AND s.id = $3 FOR UPDATE OF s",
        now,
        soon,
        subscription_id,
    )
    return found(Subscription, row)


async def had_trial(conn: Connection, user_id: str) -> bool:
    """Say whether the user ever had a trial, of whatever plan."""
    had: bool = await conn.fetchval(
        "SELECT EXISTS (SELECT FROM subscription WHERE user_id = $1 AND trial_end IS NOT NULL)",
        user_id,
    )
    return had


async def has_kept(conn: Connection, subscription_id: UUID, payment_id: UUID) -> bool:
    """Say whether the money of a payment was carried for the next charge."""
    kept: bool = await conn.fetchval(
        """
        SELECT EXISTS (SELECT FROM subscription_transition
                       WHERE subscription_id = $1 AND payment_id = $2 AND cause = ANY($3))
        """,
        subscription_id,
        payment_id,
        get_args(KeptFor),
    )
    return kept


async def paid_with(conn: Connection, subscription_id: UUID) -> str | None:
    """The provider's id of the payment that bought the current period."""
    provider_id: str | None = await conn.fetchval(
        """
        SELECT y.provider_id FROM subscription s
        JOIN subscription_period p ON p.subscription_id = s.id AND p.number = s.current_number
        JOIN payment y ON y.id = p.payment_id
        WHERE s.id = $1
        """,
        subscription_id,
    )
    return provider_id
