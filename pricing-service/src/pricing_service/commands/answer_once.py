"""The frame of every write: one transaction, one writer at a time, one answer per key."""

from collections.abc import Awaitable, Callable
from typing import Any

from pricing_service.store import book
from shared import idempotency
from shared.db import Connection, Database
from shared.idempotency import Write


async def answer_once(
    db: Database, write: Write, work: Callable[[Connection], Awaitable[dict[str, Any]]]
) -> bytes:
    """Run `work` in a transaction and return its answer as JSON; a repeated key runs nothing."""

    async def once(conn: Connection) -> bytes:
        await book.lock(conn)
        return await idempotency.answer_once(conn, write, lambda: work(conn))

    return await db.run(once)
