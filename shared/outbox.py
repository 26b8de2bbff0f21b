"""Facts leave a service through a table written in the same transaction as the change itself.

The relay reads the table in commit-safe order and publishes to Redis. It remembers a position,
so rows are never updated, and replaying means moving the position back.
"""

import contextlib
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError, ResponseError

from shared.contracts import Contract
from shared.db import Connection, Database, Row
from shared.problems import Unavailable
from shared.streams import drop_what_all_have_read, entry_order, replay_request_of, stream_of
from shared.telemetry import trace_parent
from shared.tracing import publishing
from shared.worker import is_stopping, pause

BATCH: Final = 500
LEASE_S: Final = 6
IDLE_S: Final = 0.2
RETENTION_DAYS: Final = 7
# So much may wait in Redis for a reader that is away. Then facts wait in the table.
STREAM_LENGTH_MAX: Final = 200_000
FORGOTTEN_AT_ONCE: Final = 10_000

log = structlog.get_logger(__name__)


async def add(connection: Connection, fact: Contract, *, aggregate_id: str) -> None:
    """Record that `fact` happened to `aggregate_id`; call it inside the command's transaction."""
    await connection.execute(
        "INSERT INTO outbox (type, aggregate_id, data, traceparent) VALUES ($1, $2, $3, $4)",
        fact.event_type,
        aggregate_id,
        fact,
        trace_parent.get(),
    )


@dataclass(frozen=True, slots=True)
class Position:
    """How far the relay has published: everything up to (xid, sequence) is in the stream."""

    xid: str
    sequence: int
    last_entry: str


_BEGIN: Final = Position("0", 0, "0-0")


class Relay:
    """Publishes the outbox of one producer. Any number may run; a lease lets one work at a time.

    If the stream remembers less than was published (Redis was wiped or lost its tail), or a
    consumer asks, the retained facts are published again: consumers drop what they have seen.
    `source` is the table, or a view of it that makes `data` of what else the service has.
    """

    def __init__(self, db: Database, redis: Redis, producer: str, source: str = "outbox") -> None:
        self._source = source
        self._db = db
        self._redis = redis
        self._producer = producer
        self._stream = stream_of(producer)
        self._holder = secrets.token_hex(8)
        self._lease_ends = 0.0
        self._position = _BEGIN

    async def run(self) -> None:
        """Relay until the process stops; trouble with either server is logged and outlived."""
        while not is_stopping():
            try:
                published = await self.step()
            except (Unavailable, RedisError, OSError) as error:
                log.warning("relay_waits", producer=self._producer, error=type(error).__name__)
                self._lease_ends = 0.0
                await pause(0.5)
                continue
            if published < BATCH:
                await pause(IDLE_S)
        with contextlib.suppress(Unavailable):
            await self._resign()

    async def _resign(self) -> None:
        """Let another relay begin at once."""
        async with self._db.transaction() as connection:
            await connection.execute(
                "UPDATE relay SET lease_until = now() WHERE producer = $1 AND holder = $2",
                self._producer,
                self._holder,
            )

    async def step(self) -> int:
        """Publish one batch; return how many facts it had."""
        if not await self._lead() or not await self._has_room():
            return 0
        async with self._db.reader() as connection:
            rows = await self._unpublished(connection)
        if not rows:
            return 0
        last = rows[-1]
        last_entry = await self._publish(rows)
        await self._move(
            Position(last["xid"], last["sequence"], last_entry) if last_entry else _BEGIN
        )
        return len(rows)

    async def _lead(self) -> bool:
        if time.monotonic() < self._lease_ends:
            return True
        async with self._db.transaction() as connection:
            await connection.execute(
                "INSERT INTO relay (producer) VALUES ($1) ON CONFLICT DO NOTHING", self._producer
            )
            held = await connection.fetchval(
                """
                UPDATE relay SET holder = $2, lease_until = now() + make_interval(secs => $3)
                WHERE producer = $1 AND (holder = $2 OR lease_until < now()) RETURNING true
                """,
                self._producer,
                self._holder,
                LEASE_S,
            )
        if held:
            await self._heal()
            self._lease_ends = time.monotonic() + LEASE_S / 2
        return bool(held)

    async def _has_room(self) -> bool:
        """Whether the stream takes another batch: what somebody has not read is never dropped."""
        if await self._redis.xlen(self._stream) < STREAM_LENGTH_MAX:
            return True
        await self._make_room()
        return bool(await self._redis.xlen(self._stream) < STREAM_LENGTH_MAX)

    async def _make_room(self) -> None:
        await drop_what_all_have_read(self._redis, self._stream, STREAM_LENGTH_MAX // 2)

    async def _heal(self) -> None:
        await self._recall()
        await self._make_room()
        try:
            info: dict[Any, Any] = await self._redis.xinfo_stream(self._stream)
            newest = info["last-generated-id"]
            newest = newest.decode() if isinstance(newest, bytes) else newest
        except ResponseError:
            newest = "0-0"
        asked = await self._redis.getdel(replay_request_of(self._producer))
        if asked or entry_order(newest) < entry_order(self._position.last_entry):
            log.warning("relay_replays", producer=self._producer, asked=bool(asked))
            await self._move(_BEGIN)

    async def _recall(self) -> None:
        """Read the position, which nobody else moves while the lease is ours."""
        async with self._db.reader() as connection:
            row = await connection.fetchrow(
                "SELECT xid::text AS xid, sequence, last_entry FROM relay WHERE producer = $1",
                self._producer,
            )
        if row:
            self._position = Position(row["xid"], row["sequence"], row["last_entry"])

    async def _unpublished(self, connection: Connection) -> list[Row]:
        # A transaction still running may commit a smaller xid later: stop before the oldest.
        return await connection.fetch(
            f"""
            SELECT xid::text AS xid, sequence, id::text AS id, type, aggregate_id,
                   data::text AS data, traceparent, occurred_at
            FROM {self._source}
            WHERE (xid, sequence) > ($1::text::xid8, $2)
              AND xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY xid, sequence LIMIT $3
            """,
            self._position.xid,
            self._position.sequence,
            BATCH,
        )

    async def _publish(self, rows: list[Row]) -> str | None:
        """The last entry; None if the stream has lost what was published before these."""
        before = self._position.last_entry
        pipeline = self._redis.pipeline(transaction=False)
        for row in rows:
            fields: dict[Any, Any] = {
                "id": row["id"],
                "type": row["type"],
                "aggregate": row["aggregate_id"],
                "sequence": row["sequence"],
                "at": row["occurred_at"].isoformat(),
                "trace": publishing(row["type"], row["traceparent"]),
                "data": row["data"],
            }
            pipeline.xadd(self._stream, fields)
        # The stream never loses its last entry to trimming. Looked for after the others were added:
        # what is lost later is missed by the next batch, or while there is none by `_heal`.
        pipeline.xrange(self._stream, before, before)
        *entries, kept = await pipeline.execute()
        if not kept and before != _BEGIN.last_entry:
            log.warning("relay_replays", producer=self._producer, asked=False)
            return None
        return str(entries[-1], "ascii")

    async def _move(self, position: Position) -> None:
        async with self._db.transaction() as connection:
            await connection.execute(
                """
                UPDATE relay SET xid = $3::text::xid8, sequence = $4, last_entry = $5
                WHERE producer = $1 AND holder = $2
                """,
                self._producer,
                self._holder,
                position.xid,
                position.sequence,
                position.last_entry,
            )
        self._position = position


async def forget_old(db: Database, producer: str, read_by: Sequence[str] = ()) -> None:
    """Drop facts older than the retention, so that they can no longer be replayed.

    What the relay has not published yet stays, and what one of the tables `read_by` has not read:
    each holds a position of its own.
    """
    read = ["SELECT xid, sequence FROM relay WHERE producer = $1"]
    read += [f"SELECT xid::xid8, sequence FROM {reader}" for reader in read_by]
    behind_all = " AND ".join(f"(xid, sequence) <= ({position})" for position in read)

    async def forget_some(connection: Connection) -> int:
        status = await connection.execute(
            f"""
            WITH oldest AS (
                SELECT xid, sequence, occurred_at FROM outbox WHERE {behind_all}
                ORDER BY xid, sequence LIMIT {FORGOTTEN_AT_ONCE})
            DELETE FROM outbox USING oldest
            WHERE (outbox.xid, outbox.sequence) = (oldest.xid, oldest.sequence)
                AND oldest.occurred_at < now() - make_interval(days => $2)
            """,
            producer,
            RETENTION_DAYS,
        )
        return int(status.rpartition(" ")[2])

    while await db.run(forget_some) == FORGOTTEN_AT_ONCE:
        pass
