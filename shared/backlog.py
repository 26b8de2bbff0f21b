"""How far a service's events have come: what waits in its outbox, and what it has not yet read."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import ResponseError

from shared.db import Connection
from shared.streams import PRODUCERS, stream_of


@dataclass(frozen=True, slots=True)
class Backlog:
    """Of one stream and the group that reads it; a lag of None is unknown."""

    producer: str
    lag: int | None
    pending: int
    pending_since: datetime | None


async def unsent(conn: Connection, producer: str) -> tuple[int, datetime | None]:
    """Facts that the relay has not published, and when the oldest of them happened."""
    row = await conn.fetchrow(
        """
        SELECT count(*) AS unsent, min(occurred_at) AS oldest FROM outbox
        WHERE (xid, sequence) > (coalesce((SELECT xid FROM relay WHERE producer = $1), '0'::xid8),
            coalesce((SELECT sequence FROM relay WHERE producer = $1), 0))
        """,
        producer,
    )
    assert row is not None  # noqa: S101 - an aggregate has one row
    return row["unsent"], row["oldest"]


async def dead(conn: Connection) -> int:
    """Facts that were put aside."""
    return int(await conn.fetchval("SELECT count(*) FROM dead_letter"))


async def unread(redis: Redis, group: str) -> AsyncIterator[Backlog]:
    """One for each stream that the group reads."""
    for producer in PRODUCERS:
        stream = stream_of(producer)
        try:
            groups: list[dict[str, Any]] = await redis.xinfo_groups(stream)
        except ResponseError:  # no such stream yet
            continue
        for known in groups:
            if _text(known["name"]) == group:
                since = None
                if known["pending"]:
                    oldest = (await redis.xpending(stream, group))["min"]
                    since = _moment(oldest) if oldest else None
                yield Backlog(producer, known.get("lag"), known["pending"], since)


def _moment(entry_id: bytes | str) -> datetime:
    """An entry's id begins with the time when it was published."""
    return datetime.fromtimestamp(int(_text(entry_id).partition("-")[0]) / 1000, UTC)


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
