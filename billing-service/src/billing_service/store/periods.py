"""SQL of periods. Constraints of the table refuse any gap and any overlap."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from billing_service.domain.subscriptions import Period
from billing_service.store.rows import found, value_of
from shared.db import Connection


async def insert(conn: Connection, period: Period, now: datetime) -> None:
    await conn.execute(
        """
        INSERT INTO subscription_period (id, subscription_id, user_id, number, starts_at, ends_at,
            plan_id, price, currency, credits, quotas, interval, anchor_at, anchor_number,
            payment_id, begun_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        period.id,
        period.subscription_id,
        period.user_id,
        period.number,
        period.starts_at,
        period.ends_at,
        period.plan_id,
        period.price,
        period.currency,
        period.credits,
        period.quotas,
        period.interval,
        period.anchor_at,
        period.anchor_number,
        period.payment_id,
        period.begun_at,
        now,
    )


async def get(conn: Connection, subscription_id: UUID, number: int) -> Period | None:
    row = await conn.fetchrow(
        "SELECT * FROM subscription_period WHERE subscription_id = $1 AND number = $2",
        subscription_id,
        number,
    )
    return found(Period, row)


async def begun_of(conn: Connection, subscription_id: UUID) -> list[Period]:
    rows = await conn.fetch(
        "SELECT * FROM subscription_period WHERE subscription_id = $1 AND begun_at IS NOT NULL",
        subscription_id,
    )
    return [value_of(Period, row) for row in rows]


async def last_of(conn: Connection, subscription_id: UUID) -> Period:
    """Read the period that ends last, begun or bought ahead."""
    row = await conn.fetchrow(
        """
        SELECT * FROM subscription_period WHERE subscription_id = $1 ORDER BY number DESC LIMIT 1
        """,
        subscription_id,
    )
    period = found(Period, row)
    assert period is not None  # noqa: S101 - a subscription is born with its first period
    return period


async def paid_by(conn: Connection, payment_id: UUID) -> Period | None:
    row = await conn.fetchrow("SELECT * FROM subscription_period WHERE payment_id = $1", payment_id)
    return found(Period, row)


async def begin(conn: Connection, period_id: UUID, now: datetime) -> None:
    await conn.execute(
        "UPDATE subscription_period SET begun_at = $2 WHERE id = $1 AND begun_at IS NULL",
        period_id,
        now,
    )


async def cut_off(conn: Connection, period: Period, at: datetime) -> datetime:
    """End the period earlier; it keeps at least one microsecond. Return its new end."""
    ends_at: datetime = await conn.fetchval(
        """
        UPDATE subscription_period
        SET ends_at = least(ends_at, greatest($2, starts_at + interval '1 microsecond'))
        WHERE id = $1 RETURNING ends_at
        """,
        period.id,
        at,
    )
    return ends_at


async def lower(conn: Connection, period_id: UUID, price: Decimal, lot: Decimal) -> None:
    """Take from the worth of the period what went back of its payment."""
    await conn.execute(
        """
        UPDATE subscription_period
        SET price = greatest(price - $2, 0), credits = greatest(credits - $3, 0)
        WHERE id = $1
        """,
        period_id,
        price,
        lot,
    )


async def drop_unbegun(conn: Connection, subscription_id: UUID) -> list[UUID]:
    """Remove what was bought ahead; return the payments that it had been bought with."""
    rows = await conn.fetch(
        """
        DELETE FROM subscription_period WHERE subscription_id = $1 AND begun_at IS NULL
        RETURNING payment_id
        """,
        subscription_id,
    )
    return [row["payment_id"] for row in rows if row["payment_id"]]


async def drop(conn: Connection, period_id: UUID) -> None:
    await conn.execute("DELETE FROM subscription_period WHERE id = $1", period_id)


async def free_from(conn: Connection, user_id: str, moment: datetime) -> datetime:
    """Return `moment`, or the end of the user's last period where that is later."""
    start: datetime = await conn.fetchval(
        """
        SELECT greatest($2::timestamptz, max(ends_at)) FROM subscription_period WHERE user_id = $1
        """,
        user_id,
        moment,
    )
    return start


async def last_gift(conn: Connection, user_id: str) -> datetime | None:
    """Return when a period that cost nothing last gave the user credits."""
    start: datetime | None = await conn.fetchval(
        """
        SELECT max(starts_at) FROM subscription_period
        WHERE user_id = $1 AND price = 0 AND credits > 0
        """,
        user_id,
    )
    return start


async def covering(conn: Connection, user_id: str, moment: datetime) -> Period | None:
    """Read the user's period in which `moment` lies."""
    row = await conn.fetchrow(
        """
        SELECT * FROM subscription_period
        WHERE user_id = $1 AND starts_at <= $2 AND $2 < ends_at AND begun_at IS NOT NULL
        ORDER BY starts_at DESC LIMIT 1
        """,
        user_id,
        moment,
    )
    return found(Period, row)
