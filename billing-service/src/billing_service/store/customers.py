"""SQL of customers: the copy of Open WebUI's users, and what each set up for billing."""

from datetime import datetime
from typing import Any

from billing_service.domain.customers import Customer
from billing_service.store.rows import found
from shared.db import Connection


async def get(conn: Connection, user_id: str) -> Customer | None:
    return found(
        Customer, await conn.fetchrow("SELECT * FROM customer WHERE user_id = $1", user_id)
    )


async def copy_user(
    conn: Connection,
    user_id: str,
    fields: tuple[str, str, str, bool],
    sequence: int,
    now: datetime,
) -> None:
    """Store name, e-mail, role and whether closed, unless a newer state was stored before."""
    await conn.execute(
        """
        INSERT INTO customer (user_id, name, email, role, is_closed, sync_sequence, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (user_id) DO UPDATE
        SET name = $2, email = $3, role = $4, is_closed = $5, sync_sequence = $6, updated_at = $7
        WHERE customer.sync_sequence < $6
        """,
        user_id,
        *fields,
        sequence,
        now,
    )


async def set_fields(conn: Connection, user_id: str, now: datetime, **changes: Any) -> None:
    """Write what the user set; the row may not exist yet."""
    names = ", ".join(changes)
    places = ", ".join(f"${place}" for place in range(3, len(changes) + 3))
    sets = ", ".join(f"{name} = excluded.{name}" for name in changes)
    await conn.execute(
        f"""
        INSERT INTO customer (user_id, updated_at, {names}) VALUES ($1, $2, {places})
        ON CONFLICT (user_id) DO UPDATE SET updated_at = excluded.updated_at, {sets}
        """,
        user_id,
        now,
        *changes.values(),
    )
