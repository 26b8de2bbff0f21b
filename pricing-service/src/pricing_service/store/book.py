"""The revision of the whole book, which is also the lock of its writers."""

from datetime import datetime

from shared.db import Connection


async def lock(conn: Connection) -> None:
    """Let one writer at a time touch prices: a base and its derived models stay one whole."""
    await conn.execute("SELECT FROM book FOR UPDATE")


async def touch(conn: Connection) -> None:
    """Tell every process to reload."""
    await conn.execute("UPDATE book SET revision = revision + 1")


async def revision(conn: Connection) -> int:
    number: int = await conn.fetchval("SELECT revision FROM book")
    return number


async def announce_whole(conn: Connection, now: datetime, *, before: datetime) -> bool:
    """True once for callers that find the last whole announcement older than `before`."""
    moved = await conn.fetchval(
        "UPDATE book SET announced_at = $1 WHERE announced_at < $2 RETURNING true", now, before
    )
    return bool(moved)
