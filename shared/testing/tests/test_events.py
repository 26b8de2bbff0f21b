"""Facts on their way between services: nothing is dropped that somebody has yet to read."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from redis.asyncio import Redis

from shared import outbox
from shared.contracts import Event
from shared.contracts.sync import GroupChanged
from shared.db import Database
from shared.inbox import Consumer
from shared.outbox import Relay
from shared.streams import redis_client, stream_of
from shared.testing.plugin import MakeDatabase
from shared.testing.waiting import eventually

STREAM = stream_of("sync")
ROOM = 300


@pytest.fixture
async def db(make_database: MakeDatabase) -> AsyncIterator[Database]:
    database = Database(await make_database("ledger"))
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def redis(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Redis]:
    monkeypatch.setattr(outbox, "STREAM_LENGTH_MAX", ROOM)
    monkeypatch.setattr(outbox, "BATCH", 100)
    client = redis_client(redis_url)
    yield client
    await client.aclose()


class Reader:
    """A service that notes which groups it was told of."""

    def __init__(self, db: Database, redis: Redis, service: str) -> None:
        self.seen: list[int] = []
        self._consumer = Consumer(db, redis, service, {GroupChanged: self._note})

    async def _note(self, _: Database, event: Event[GroupChanged]) -> None:
        self.seen.append(int(event.data.group_id))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[None]:
        task = asyncio.ensure_future(self._consumer.run())
        yield
        # The client of Redis may take a cancellation for a time-out of its own.
        while not task.done():
            task.cancel()
            await asyncio.wait((task,), timeout=0.1)

    def has(self, *groups: int) -> Callable[[], Any]:
        async def all_seen() -> bool:
            return set(self.seen) >= set(groups)

        return all_seen


async def happen(db: Database, *groups: int) -> None:
    async with db.transaction() as connection:
        for group in groups:
            fact = GroupChanged(group_id=str(group), name="", status="active")
            await outbox.add(connection, fact, aggregate_id=str(group))


async def publish(relay: Relay) -> None:
    while await relay.step():
        pass


async def test_facts_wait_in_the_table_for_a_reader_that_is_far_behind(
    db: Database, redis: Redis
) -> None:
    relay = Relay(db, redis, "sync")
    slow = Reader(db, redis, "slow")
    async with slow.reading():
        await happen(db, 0)
        await publish(relay)
        await eventually(slow.has(0))
    groups = range(1, 3 * ROOM)
    await happen(db, *groups)
    await publish(relay)
    assert await redis.xlen(STREAM) <= ROOM + 100
    async with slow.reading(), Reader(db, redis, "quick").reading():

        async def caught_up() -> bool:
            await publish(relay)
            return len(slow.seen) > groups[-1]

        await eventually(caught_up)
    assert slow.seen == [0, *groups]


async def test_a_reader_that_is_new_is_told_what_was_dropped_before_it_came(
    db: Database, redis: Redis
) -> None:
    first = Reader(db, redis, "first")
    groups = range(2 * ROOM)
    await happen(db, *groups)
    async with first.reading():
        relay = asyncio.ensure_future(Relay(db, redis, "sync").run())
        await eventually(first.has(*groups))
        assert await redis.xlen(STREAM) < len(groups)
        late = Reader(db, redis, "late")
        async with late.reading():
            await eventually(late.has(*groups))
        relay.cancel()


async def test_what_was_never_published_is_not_forgotten(db: Database, redis: Redis) -> None:
    relay = Relay(db, redis, "sync")
    await happen(db, 1)
    await publish(relay)
    await happen(db, 2)
    async with db.transaction() as connection:
        await connection.execute("UPDATE outbox SET occurred_at = now() - interval '8 days'")
    await outbox.forget_old(db, "sync")
    async with db.reader() as connection:
        assert await connection.fetchval("SELECT array_agg(aggregate_id) FROM outbox") == ["2"]
    await publish(relay)
    assert await redis.xlen(STREAM) == 2


async def test_a_wipe_is_noticed_although_more_facts_follow_at_once(
    db: Database, redis: Redis
) -> None:
    relay = Relay(db, redis, "sync")
    await happen(db, 1)
    await publish(relay)
    await redis.delete(STREAM)
    await happen(db, 2)
    await publish(relay)
    entries: Any = await redis.xrange(STREAM)
    assert {fields[b"aggregate"] for _, fields in entries} == {b"1", b"2"}
