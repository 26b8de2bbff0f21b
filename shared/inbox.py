"""Facts enter a service once: the event's id is stored in the transaction that acts on it."""

import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final
from uuid import UUID

import msgspec
import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from shared.contracts import Contract, Event
from shared.db import Connection, Database
from shared.problems import NotFound, Unavailable
from shared.streams import join, stream_of
from shared.tracing import consuming
from shared.worker import is_stopping, pause

Handler = Callable[[Database, Event[Any]], Awaitable[None]]
Handlers = Mapping[type[Contract], Handler]
Fields = Mapping[bytes, bytes]

BATCH: Final = 100
BLOCK_MS: Final = 1000
# An entry that its reader has not finished after this time is taken over.
CLAIM_AFTER_MS: Final = 15_000
ATTEMPTS_MAX: Final = 5
FORGOTTEN_AT_ONCE: Final = 10_000

log = structlog.get_logger(__name__)


async def first_time(connection: Connection, event_id: UUID) -> bool:
    """Record the event; False if it was recorded before, then the command must do nothing."""
    status = await connection.execute(
        "INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING", event_id
    )
    return status.endswith(" 1")


async def forget_old(db: Database) -> None:
    """Drop ids that can no longer arrive again (twice the outbox's retention)."""

    async def forget_some(connection: Connection) -> int:
        status = await connection.execute(
            """
            DELETE FROM inbox WHERE event_id IN (
                SELECT event_id FROM inbox WHERE received_at < now() - interval '14 days'
                ORDER BY received_at LIMIT $1)
            """,
            FORGOTTEN_AT_ONCE,
        )
        return int(status.rpartition(" ")[2])

    while await db.run(forget_some) == FORGOTTEN_AT_ONCE:
        pass


async def replay(db: Database, handlers: Handlers, event_id: UUID) -> str | None:
    """Run a dead letter's command again; None when it is digested, else what was wrong.

    A handler records the event in its own transaction, so a crash before the letter is removed
    makes the next replay do nothing twice.
    """
    async with db.reader() as connection:
        fields = await connection.fetchval(
            "SELECT fields FROM dead_letter WHERE event_id = $1", event_id
        )
    if fields is None:
        raise NotFound(f"There is no dead letter {event_id}", slug="unknown-dead-letter")
    known = {contract.event_type: (contract, do) for contract, do in handlers.items()}
    if fields["type"] in known:
        contract, handler = known[fields["type"]]
        with consuming(fields["type"], fields["trace"] or None):
            try:
                event = _event(contract, {k.encode(): v.encode() for k, v in fields.items()})
                await handler(db, event)
            except Unavailable:
                raise
            except Exception as error:
                log.exception("replay_failed", type=fields["type"])
                return f"{type(error).__name__}: {error}"[:1000]
    async with db.transaction() as connection:
        await connection.execute("DELETE FROM dead_letter WHERE event_id = $1", event_id)
    return None


def _producers(handlers: Handlers) -> list[str]:
    return sorted({contract.event_type.partition(".")[0] for contract in handlers})


class Consumer:
    """Reads the streams of the producers that `handlers` names and runs one command per event.

    Any number may run for one `service`. What fails is tried again, at most ATTEMPTS_MAX times,
    then kept in `dead_letter`; trouble with a server is never counted as a failure. So a fact may
    come late, twice, or after a newer one: a command ends in the same state in any order.
    """

    def __init__(self, db: Database, redis: Redis, service: str, handlers: Handlers) -> None:
        self._db = db
        self._redis = redis
        self._group = service
        self._me = f"{service}-{secrets.token_hex(4)}"
        self._by_type = {contract.event_type: (contract, do) for contract, do in handlers.items()}
        self._streams = {stream_of(producer): producer for producer in _producers(handlers)}
        self._failures: Counter[bytes] = Counter()

    async def run(self) -> None:
        """Consume until the process stops; what was read is finished and acknowledged then."""
        while not is_stopping():
            try:
                await self._prepare()
                await self._consume()
            except (Unavailable, RedisError, OSError) as error:
                log.warning("consumer_waits", group=self._group, error=type(error).__name__)
                await pause(0.5)

    async def _prepare(self) -> None:
        for producer in self._streams.values():
            await join(self._redis, producer, self._group)

    async def _consume(self) -> None:
        while not is_stopping():
            for stream in self._streams:
                claimed: Any = await self._redis.xautoclaim(
                    stream, self._group, self._me, CLAIM_AFTER_MS, count=BATCH
                )
                await self._handle_all(stream, claimed[1])
            answer: Any = await self._redis.xreadgroup(
                self._group,
                self._me,
                dict.fromkeys(self._streams, ">"),
                count=BATCH,
                block=BLOCK_MS,
            )
            for stream, entries in answer or ():
                await self._handle_all(str(stream, "utf-8"), entries)

    async def _handle_all(self, stream: str, entries: list[tuple[bytes, Fields | None]]) -> None:
        done: list[bytes] = []
        try:
            for entry_id, fields in entries:
                if fields is None or await self._handle(stream, entry_id, fields):
                    done.append(entry_id)
        finally:
            if done:
                await self._redis.xack(stream, self._group, *done)

    async def _handle(self, stream: str, entry_id: bytes, fields: Fields) -> bool:
        known = self._by_type.get(fields[b"type"].decode())
        if known is None:
            return True
        contract, handler = known
        with consuming(contract.event_type, fields[b"trace"].decode() or None):
            try:
                await handler(self._db, _event(contract, fields))
            except (Unavailable, RedisError, OSError):
                raise
            except Exception as error:
                log.exception("event_failed", group=self._group, type=contract.event_type)
                return await self._failed(stream, entry_id, fields, error)
        self._failures.pop(entry_id, None)
        return True

    async def _failed(self, stream: str, entry_id: bytes, fields: Fields, error: Exception) -> bool:
        self._failures[entry_id] += 1
        if self._failures[entry_id] < ATTEMPTS_MAX:
            return False
        async with self._db.transaction() as connection:
            await connection.execute(
                """
                INSERT INTO dead_letter (event_id, stream, fields, error) VALUES ($1, $2, $3, $4)
                ON CONFLICT DO NOTHING
                """,
                UUID(fields[b"id"].decode()),
                stream,
                {key.decode(): value.decode() for key, value in fields.items()},
                f"{type(error).__name__}: {error}"[:1000],
            )
        log.error("event_dead", group=self._group, stream=stream)
        del self._failures[entry_id]
        return True


@cache
def _decoder(contract: type[Contract]) -> msgspec.json.Decoder[Contract]:
    return msgspec.json.Decoder(contract, float_hook=Decimal)


def _event(contract: type[Contract], fields: Fields) -> Event[Any]:
    return Event(
        id=UUID(fields[b"id"].decode()),
        type=contract.event_type,
        aggregate_id=fields[b"aggregate"].decode(),
        sequence=int(fields[b"sequence"]),
        occurred_at=datetime.fromisoformat(fields[b"at"].decode()),
        traceparent=fields[b"trace"].decode() or None,
        data=_decoder(contract).decode(fields[b"data"]),
    )
