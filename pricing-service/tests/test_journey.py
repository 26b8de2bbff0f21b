"""Journey C on running processes: a model that sync saw, its price, and everyone who hears it."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx
import pytest
from redis.asyncio import Redis

from shared import outbox
from shared.codec import decode, encode
from shared.contracts.sync import ModelChanged
from shared.db import Database
from shared.streams import stream_of
from shared.testing import eventually, identity_headers, running
from shared.testing.plugin import MakeDatabase

LIST = "/api/public/models/pricing"


@dataclass(slots=True)
class System:
    """Two replicas of the web process, one worker, and a stand-in for sync's outbox."""

    first: httpx.AsyncClient
    second: httpx.AsyncClient
    redis: Redis
    sync_db: Database
    sync_relay: outbox.Relay

    async def publish(self, model_id: str, context: str) -> float:
        """Set a price through the first replica; return when it was answered."""
        body = {"model_id": model_id, "context_price": Decimal(context), "generation_price": 1}
        answer = await self.first.post(
            "/api/credits/models/update",
            content=encode(body),
            headers={**identity_headers("admin"), "content-type": "application/json"},
        )
        assert answer.status_code == 200, answer.text
        return time.perf_counter()

    async def announced(self, model_id: str) -> list[Any]:
        """What the stream says about a model."""
        entries: Any = await self.redis.xrange(stream_of("pricing"))
        return [
            decode(fields[b"data"])
            for _, fields in entries
            if fields[b"aggregate"] == model_id.encode()
        ]


@pytest.fixture
async def system(make_database: MakeDatabase, redis_url: str) -> AsyncIterator[System]:
    env = {"OWC_DATABASE_URL": await make_database("pricing"), "OWC_REDIS_URL": redis_url}
    sync_db = Database(await make_database("pricing"))
    await sync_db.open()
    redis = Redis.from_url(redis_url)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(sync_db.close)
        stack.push_async_callback(redis.aclose)
        one, two, _ = await asyncio.gather(
            *(
                stack.enter_async_context(running(module, env))
                for module in ("pricing_service", "pricing_service", "pricing_service.worker")
            )
        )
        first, second = [
            await stack.enter_async_context(httpx.AsyncClient(base_url=p.url, trust_env=False))
            for p in (one, two)
        ]
        yield System(first, second, redis, sync_db, outbox.Relay(sync_db, redis, "sync"))


async def sync_says(system: System, model_id: str, **more: Any) -> None:
    """Put sync's fact into sync's stream, as its relay does."""
    fields: dict[str, Any] = {
        "name": "From sync",
        "base_model_id": None,
        "is_active": True,
        "access": "public",
        "status": "active",
        **more,
    }
    async with system.sync_db.transaction() as conn:
        await outbox.add(conn, ModelChanged(model_id=model_id, **fields), aggregate_id=model_id)
    # A transaction of another test's database may hold the relay back for a moment.
    await eventually(system.sync_relay.step)


async def test_a_published_price_reaches_the_stream_and_every_replica_in_time(
    system: System,
) -> None:
    await sync_says(system, "base")
    await sync_says(system, "preset", base_model_id="base", name="Preset")
    admin = identity_headers("admin")

    async def sync_was_heard() -> bool:
        rows = (await system.second.get("/api/credits/models", headers=admin)).json()
        return {row["id"] for row in rows} == {"base", "preset"}

    await eventually(sync_was_heard, within=10)
    done = await system.publish("base", "0.25")

    async def heard() -> bool:
        return bool(await system.announced("preset"))

    async def listed() -> bool:
        return len((await system.second.get(LIST)).json()) == 2

    await asyncio.gather(eventually(heard), eventually(listed))
    assert time.perf_counter() - done < 1
    (fact,) = await system.announced("preset")
    assert (fact["inherited_from"], fact["prices"]["input"]) == ("base", Decimal("0.25"))


async def heard(redis: Redis, model_id: str) -> bool:
    entries: Any = await redis.xrange(stream_of("pricing"))
    return any(fields[b"aggregate"] == model_id.encode() for _, fields in entries)


async def test_a_wiped_redis_heals_from_the_outbox(service: Any, redis_url: str) -> None:
    await service.price("m", "0.25", "1")
    env = {"OWC_DATABASE_URL": service.database_url, "OWC_REDIS_URL": redis_url}
    async with Redis.from_url(redis_url) as redis, running("pricing_service.worker", env):
        await eventually(lambda: heard(redis, "m"), within=15)
        await redis.flushdb()
        await eventually(lambda: heard(redis, "m"), within=15)


async def test_a_worker_that_was_killed_loses_nothing(service: Any, redis_url: str) -> None:
    env = {"OWC_DATABASE_URL": service.database_url, "OWC_REDIS_URL": redis_url}
    async with Redis.from_url(redis_url) as redis:
        async with running("pricing_service.worker", env) as worker:
            await service.price("first", "0.25", "1")
            await eventually(lambda: heard(redis, "first"), within=15)
            worker.kill()
        await service.price("second", "0.25", "1")
        async with running("pricing_service.worker", env):
            await eventually(lambda: heard(redis, "second"), within=15)
