"""SQL of mails to send: added where something happens, claimed and closed by the worker."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from billing_service.domain.mails import REMIND_FROM, Reason
from billing_service.store.rows import found
from shared.db import Connection, Row


@dataclass(frozen=True, slots=True)
class Mail:
    id: int
    user_id: str
    reason: Reason
    subject: str
    facts: dict[str, Any]
    attempts: int
    created_at: datetime


async def add(
    conn: Connection,
    user_id: str,
    reason: Reason,
    subject: str,
    facts: dict[str, Any],
    now: datetime,
    *,
    wait: timedelta = timedelta(),
) -> None:
    """Note what is to be told, in the transaction of what happened; told once per subject."""
    await conn.execute(
        """
        INSERT INTO mail (user_id, reason, subject, facts, status, next_attempt_at, created_at)
        VALUES ($1, $2, $3, $4, 'waiting', $6, $5) ON CONFLICT (reason, subject) DO NOTHING
        """,
        user_id,
        reason,
        subject,
        facts,
        now,
        now + wait,
    )


async def claim(conn: Connection, now: datetime, until: datetime) -> Mail | None:
    """Take one mail; another worker gets it only after `until`, if this one died."""
    row = await conn.fetchrow(
        """
        UPDATE mail SET next_attempt_at = $2, attempts = attempts + 1
        WHERE id = (SELECT id FROM mail WHERE status = 'waiting' AND next_attempt_at <= $1
                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *
        """,
        now,
        until,
    )
    return found(Mail, row)


async def close(
    conn: Connection, mail: Mail, status: str, outcome: str | None, now: datetime
) -> None:
    """Finish a mail as sent, failed or dropped."""
    await conn.execute(
        """
        UPDATE mail SET status = $2, outcome = $3,
            sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END
        WHERE id = $1 AND status = 'waiting'
        """,
        mail.id,
        status,
        outcome,
        now,
    )


async def put_off(conn: Connection, mail: Mail, why: str, until: datetime) -> None:
    await conn.execute(
        "UPDATE mail SET next_attempt_at = $2, outcome = $3 WHERE id = $1 AND status = 'waiting'",
        mail.id,
        until,
        why,
    )


async def forget(conn: Connection, before: datetime) -> None:
    """Erase what is older than any period can be, so that no subject comes up again."""
    await conn.execute("DELETE FROM mail WHERE created_at < $1 AND status <> 'waiting'", before)


async def renewals_soon(
    conn: Connection, now: datetime, within: timedelta, limit: int
) -> list[Row]:
    """Read subscriptions that will be charged within so long and whose users do not know yet."""
    rows: list[Row] = await conn.fetch(
        """
        SELECT s.id, s.user_id, s.current_number, s.current_period_end, s.carry,
               p.name, p.name_ru, p.price, p.currency
        FROM subscription s
        JOIN payment_method m ON m.id = s.payment_method_id AND m.unlinked_at IS NULL
        JOIN plan p ON p.id = coalesce(s.next_plan_id, s.plan_id)
        WHERE s.status IN ('trialing', 'active') AND s.auto_renew AND NOT s.cancel_at_period_end
          AND s.current_period_end > $1 AND s.current_period_end <= $2 AND p.price > 0
          AND s.current_period_end - s.current_period_start >= $3
          AND NOT EXISTS (SELECT FROM subscription_period n
                          WHERE n.subscription_id = s.id AND n.number = s.current_number + 1)
          AND NOT EXISTS (SELECT FROM mail WHERE reason = 'renewal_soon'
                          AND subject = s.id::text || '/' || s.current_number)
        ORDER BY s.current_period_end LIMIT $4
        """,
        now,
        now + within,
        REMIND_FROM,
        limit,
    )
    return rows
