"""SQL of what the provider told us: stored at once, acted upon by a worker."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from billing_service.store.rows import found
from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Notice:
    id: int
    event: str
    object_id: str
    body: Any
    source: str
    status: str
    revision: int
    attempts: int


async def record(
    conn: Connection, event: str, object_id: str, body: Any, source: str, now: datetime
) -> int:
    """Store a notice. Told again it is read again: the first one may have come too early."""
    notice_id: int = await conn.fetchval(
        """
        INSERT INTO notice (event, object_id, body, source, status, next_attempt_at, received_at,
            updated_at)
        VALUES ($1, $2, $3, $4, 'new', $5, $5, $5)
        ON CONFLICT (event, object_id) DO UPDATE
        SET status = 'new', revision = notice.revision + 1, next_attempt_at = $5, updated_at = $5,
            attempts = 0
        RETURNING id
        """,
        event,
        object_id,
        body,
        source,
        now,
    )
    return notice_id


async def quarantine(
    conn: Connection, event: str, object_id: str, body: Any, source: str, now: datetime
) -> None:
    """Keep what cannot be understood, for people; it is never acted upon."""
    await conn.execute(
        """
        INSERT INTO notice (event, object_id, body, source, status, outcome, next_attempt_at,
            received_at, updated_at)
        VALUES ($1, $2, $3, $4, 'quarantined', 'not understood', $5, $5, $5)
        ON CONFLICT (event, object_id) DO NOTHING
        """,
        event,
        object_id,
        body,
        source,
        now,
    )


async def claim(conn: Connection, now: datetime, until: datetime) -> Notice | None:
    """Take one notice; another worker gets it only after `until`, if this one died."""
    row = await conn.fetchrow(
        """
        UPDATE notice SET next_attempt_at = $2, attempts = attempts + 1
        WHERE id = (SELECT id FROM notice WHERE status = 'new' AND next_attempt_at <= $1
                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *
        """,
        now,
        until,
    )
    return found(Notice, row)


async def close(conn: Connection, notice: Notice, status: str, outcome: str, now: datetime) -> None:
    """Finish the notice unless it was delivered again meanwhile."""
    await conn.execute(
        """
        UPDATE notice SET status = $3, outcome = $4, updated_at = $5
        WHERE id = $1 AND revision = $2
        """,
        notice.id,
        notice.revision,
        status,
        outcome,
        now,
    )


async def put_off(conn: Connection, notice: Notice, why: str, until: datetime) -> None:
    await conn.execute(
        """
        UPDATE notice SET next_attempt_at = $3, outcome = $4
        WHERE id = $1 AND revision = $2 AND status = 'new'
        """,
        notice.id,
        notice.revision,
        until,
        why,
    )


async def get(conn: Connection, notice_id: int) -> Notice | None:
    return found(Notice, await conn.fetchrow("SELECT * FROM notice WHERE id = $1", notice_id))
