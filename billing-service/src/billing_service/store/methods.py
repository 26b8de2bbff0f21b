"""SQL of saved payment methods. Unlinking erases the provider's id: nothing can charge it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from billing_service.store.rows import found
from shared.db import Connection


@dataclass(frozen=True, slots=True)
class Method:
    id: UUID
    user_id: str
    provider_id: str | None
    title: str | None
    consent_text: str
    consented_at: datetime
    unlinked_at: datetime | None


async def add(
    conn: Connection,
    method_id: UUID,
    user_id: str,
    provider_id: str,
    texts: tuple[str | None, str],
    consented_at: datetime,
) -> UUID | None:
    """Store a method with (title, consent text); return its id, None if it is another user's."""
    found_id: UUID | None = await conn.fetchval(
        """
        INSERT INTO payment_method (id, user_id, provider_id, title, consent_text, consented_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (provider_id) DO UPDATE SET title = excluded.title
        WHERE payment_method.user_id = excluded.user_id
        RETURNING id
        """,
        method_id,
        user_id,
        provider_id,
        *texts,
        consented_at,
    )
    return found_id


async def get(conn: Connection, method_id: UUID) -> Method | None:
    row = await conn.fetchrow(
        "SELECT * FROM payment_method WHERE id = $1 AND unlinked_at IS NULL FOR UPDATE", method_id
    )
    return found(Method, row)


async def unlink_all(conn: Connection, user_id: str, now: datetime) -> int:
    """Forget every method of the user; return how many there were."""
    status = await conn.execute(
        """
        UPDATE payment_method SET provider_id = NULL, unlinked_at = $2
        WHERE user_id = $1 AND unlinked_at IS NULL
        """,
        user_id,
        now,
    )
    return int(status.rpartition(" ")[2])


async def has_any(conn: Connection, user_id: str) -> bool:
    known: bool = await conn.fetchval(
        """
        SELECT EXISTS (SELECT FROM payment_method WHERE user_id = $1 AND unlinked_at IS NULL)
        """,
        user_id,
    )
    return known
