"""A server that takes connections and never answers keeps nobody waiting who asks how we are."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from pydantic import SecretStr

from shared import gauges
from shared.db import Connection, Database
from shared.gauges import Gauges, Reading, Sample
from shared.service import create_service
from shared.settings import ServiceSettings
from shared.testing import INTERNAL_SECRET
from shared.testing.plugin import MakeDatabase

# Less than any client of PostgreSQL or Redis waits by itself.
_NOW_S = 9.0


@asynccontextmanager
async def _silent() -> AsyncIterator[str]:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


@asynccontextmanager
async def _service(
    database_url: str, redis_url: str, *samples: Sample
) -> AsyncIterator[httpx.AsyncClient]:
    db = Database(database_url)
    await db.open()

    async def answers() -> None:
        async with db.reader() as connection:
            await connection.execute("SELECT 1")

    app = create_service(
        "test", title="Test", version="0", routers=(), ready={"database": answers},
        settings=ServiceSettings(
            env="test", database_url=SecretStr(database_url), redis_url=SecretStr(redis_url),
            internal_secret=SecretStr(INTERNAL_SECRET),
        ),
        lifespan=lambda _: asynccontextmanager(_nothing)(),
        gauges=Gauges("test", "0", db, redis_url).add(*samples),
    )  # fmt: skip
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        yield http
    await db.close()


async def _nothing() -> AsyncIterator[None]:
    yield


@pytest.mark.parametrize("silent", ["database", "redis"])
async def test_a_silent_server_is_named_at_once_and_only_the_database_ends_readiness(
    make_database: MakeDatabase, redis_url: str, silent: str
) -> None:
    async with _silent() as nobody:
        at_database = f"postgresql://u:p@{nobody}/d" if silent == "database" else ""
        at_redis = f"redis://{nobody}/0" if silent == "redis" else redis_url
        async with _service(at_database or await make_database("sync"), at_redis) as http:
            async with asyncio.timeout(_NOW_S):
                ready = await http.get("/health/ready")
                health = (await http.get("/health")).json()
            async with asyncio.timeout(_NOW_S):
                metrics = (await http.get("/metrics")).text
    assert ready.status_code == (503 if silent == "database" else 200)
    states = {name: one["state"] for name, one in health["dependencies"].items()}
    assert states == {"database": "up", "redis": "up"} | {silent: "down"}
    assert health["status"] == "degraded"
    away = {"database": 0, "redis": 0} | {silent: 1}
    for server, name in (("postgresql", "database"), ("redis", "redis")):
        line = f'owc_gauges_unreadable{{server="{server}",service="test"}} {away[name]}.0'
        assert line in metrics


async def test_who_asks_while_numbers_are_read_is_told_the_last_ones(
    make_database: MakeDatabase, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = 'owc_pricebook_version{service="test"} 7.0'
    reading, may_read = asyncio.Event(), asyncio.Event()

    async def slow(_: Connection) -> AsyncIterator[Reading]:
        reading.set()
        await may_read.wait()
        yield Reading(gauges.PRICE_BOOK, 7, ("test",))

    async with _service(await make_database("sync"), redis_url, slow) as http:
        may_read.set()
        assert told in (await http.get("/metrics")).text
        may_read.clear()
        reading.clear()
        monkeypatch.setattr(gauges, "KEPT_S", 0)
        first = asyncio.create_task(http.get("/metrics"))
        await reading.wait()
        monkeypatch.setattr(gauges, "KEPT_S", 60)
        assert told in (await http.get("/metrics")).text
        may_read.set()
        await first
