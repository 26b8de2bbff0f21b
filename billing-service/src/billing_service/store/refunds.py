"""SQL of refunds: ours and those made in the provider's cabinet."""

from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.domain.refunds import Refund
from billing_service.store.rows import found, value_of
from shared.db import Connection

_COLUMNS = (
    "id", "payment_id", "amount", "currency", "origin", "reason", "actor", "idempotence_key",
    "request", "client_key", "status", "provider_id", "cancel_reason", "error", "next_check_at",
    "checks", "succeeded_at", "created_at", "updated_at",
)  # fmt: skip
_PLACES = ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))


async def insert(conn: Connection, new: Refund) -> bool:
    """Store a refund; False if one is open for the payment, or the key is known."""
    status = await conn.execute(
        f"INSERT INTO refund ({', '.join(_COLUMNS)}) VALUES ({_PLACES}) ON CONFLICT DO NOTHING",
        *(getattr(new, column) for column in _COLUMNS),
    )
    return bool(status.endswith(" 1"))


async def get(conn: Connection, refund_id: UUID, *, lock: bool = False) -> Refund | None:
    sql = "SELECT * FROM refund WHERE id = $1" + (" FOR UPDATE" if lock else "")
    return found(Refund, await conn.fetchrow(sql, refund_id))


async def by_client_key(conn: Connection, payment_id: UUID, client_key: str) -> Refund | None:
    row = await conn.fetchrow(
        "SELECT * FROM refund WHERE payment_id = $1 AND client_key = $2", payment_id, client_key
    )
    return found(Refund, row)


async def by_provider_id(conn: Connection, provider_id: str) -> Refund | None:
    row = await conn.fetchrow("SELECT * FROM refund WHERE provider_id = $1", provider_id)
    return found(Refund, row)


async def open_of(conn: Connection, payment_id: UUID) -> Refund | None:
    row = await conn.fetchrow(
        """
        SELECT * FROM refund WHERE payment_id = $1 AND status IN ('created', 'sent', 'pending')
        FOR UPDATE
        """,
        payment_id,
    )
    return found(Refund, row)


async def update(conn: Connection, refund_id: UUID, now: datetime, **changes: Any) -> Refund:
    """Write the fields of a refund that the caller has locked."""
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(changes, start=3))
    row = await conn.fetchrow(
        f"UPDATE refund SET updated_at = $2{columns} WHERE id = $1 RETURNING *",
        refund_id,
        now,
        *changes.values(),
    )
    assert row is not None  # noqa: S101 - the row is locked
    return value_of(Refund, row)
