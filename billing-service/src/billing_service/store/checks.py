"""SQL of what must be asked about again: payments, refunds and bindings wait in the same way."""

from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from billing_service.domain.bindings import Binding
from billing_service.domain.payments import Payment
from billing_service.domain.refunds import Refund
from billing_service.store.rows import found
from shared.db import Connection

WaitingT = TypeVar("WaitingT", Payment, Refund, Binding)
_TABLES: Final[dict[type, str]] = {Payment: "payment", Refund: "refund", Binding: "binding"}


async def claim(
    conn: Connection, kind: type[WaitingT], now: datetime, until: datetime
) -> WaitingT | None:
    """Take the one that waits longest; nobody else takes it before `until`."""
    table = _TABLES[kind]
    row = await conn.fetchrow(
        f"""
        UPDATE {table} SET next_check_at = $2, checks = checks + 1
        WHERE id = (SELECT id FROM {table} WHERE next_check_at <= $1
                    ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *
        """,
        now,
        until,
    )
    return found(kind, row)


async def put_off(conn: Connection, kind: type, waiting_id: UUID, until: datetime) -> None:
    """Wait on, unless somebody heard the answer meanwhile."""
    await conn.execute(
        f"""
        UPDATE {_TABLES[kind]} SET next_check_at = $2
        WHERE id = $1 AND next_check_at IS NOT NULL
        """,
        waiting_id,
        until,
    )
