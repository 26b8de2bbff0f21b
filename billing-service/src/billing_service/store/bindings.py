"""SQL of cards that are bound before a trial."""

from datetime import datetime
from typing import Any
from uuid import UUID

from billing_service.domain.bindings import Binding
from billing_service.store.rows import found, value_of
from shared.db import Connection

_COLUMNS = (
    "id", "user_id", "plan_id", "idempotence_key", "request", "consent_text", "status",
    "provider_id", "confirmation_url", "error", "next_check_at", "checks", "created_at",
    "updated_at",
)  # fmt: skip
_PLACES = ", ".join(f"${place}" for place in range(1, len(_COLUMNS) + 1))


async def insert(conn: Connection, new: Binding) -> None:
    await conn.execute(
        f"INSERT INTO binding ({', '.join(_COLUMNS)}) VALUES ({_PLACES})",
        *(getattr(new, column) for column in _COLUMNS),
    )


async def get(conn: Connection, binding_id: UUID, *, lock: bool = False) -> Binding | None:
    sql = "SELECT * FROM binding WHERE id = $1" + (" FOR UPDATE" if lock else "")
    return found(Binding, await conn.fetchrow(sql, binding_id))


async def by_provider_id(conn: Connection, provider_id: str) -> Binding | None:
    row = await conn.fetchrow("SELECT * FROM binding WHERE provider_id = $1", provider_id)
    return found(Binding, row)


async def open_of(conn: Connection, user_id: str, plan_id: str, since: datetime) -> Binding | None:
    """Read the binding that the user can still finish."""
    row = await conn.fetchrow(
        """
        SELECT * FROM binding WHERE user_id = $1 AND plan_id = $2 AND created_at > $3
            AND status IN ('sent', 'pending')
        ORDER BY created_at DESC LIMIT 1
        """,
        user_id,
        plan_id,
        since,
    )
    return found(Binding, row)


async def update(conn: Connection, binding_id: UUID, now: datetime, **changes: Any) -> Binding:
    """Write the fields of a binding that the caller has locked."""
    columns = "".join(f", {name} = ${place}" for place, name in enumerate(changes, start=3))
    row = await conn.fetchrow(
        f"UPDATE binding SET updated_at = $2{columns} WHERE id = $1 RETURNING *",
        binding_id,
        now,
        *changes.values(),
    )
    assert row is not None  # noqa: S101 - the row is locked
    return value_of(Binding, row)


async def give_up(conn: Connection, binding_id: UUID, error: str, now: datetime) -> None:
    """Close what the provider refused, unless a notice was faster than its answer."""
    await conn.execute(
        """
        UPDATE binding SET status = 'failed', error = $2, next_check_at = NULL, updated_at = $3
        WHERE id = $1 AND status = 'sent' AND provider_id IS NULL
        """,
        binding_id,
        error,
        now,
    )


async def withdraw(conn: Connection, user_id: str, now: datetime) -> int:
    """Give up the user's open bindings; return how many there were."""
    status = await conn.execute(
        """
        UPDATE binding SET status = 'failed', error = 'consent withdrawn', next_check_at = NULL,
            updated_at = $2
        WHERE user_id = $1 AND status IN ('sent', 'pending')
        """,
        user_id,
        now,
    )
    return int(status.rpartition(" ")[2])
