"""The worker as a process: polls, tells by the stream, takes hints, shares its work."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from pydantic import ValidationError
from redis.asyncio import Redis
from sync_service.commands.take_hint import take_hint
from sync_service.queries.progress import recent_runs
from sync_service.settings import SyncSettings

from shared.db import Database
from shared.streams import redis_client
from shared.testing import INTERNAL_SECRET, eventually, running
from shared.testing.plugin import MakeDatabase

STREAM = "owc:{sync}"


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    client = redis_client(redis_url)
    yield client
    await client.aclose()
    await client.connection_pool.disconnect()


async def _heard(redis: Redis) -> list[tuple[str, dict[str, Any]]]:
    """What differs in Open WebUI; that a run is logged as well is another test's."""
    entries: Any = await redis.xrange(STREAM)
    heard = [(fields[b"type"].decode(), json.loads(fields[b"data"])) for _, fields in entries]
    return [(kind, data) for kind, data in heard if kind != "sync.logged"]


async def test_what_changes_is_heard_once_though_two_workers_run(
    make_database: MakeDatabase, redis_url: str, redis: Redis, vendor: Any
) -> None:
    url = await make_database("sync")
    env = {
        "OWC_DATABASE_URL": url,
        "OWC_REDIS_URL": redis_url,
        "OWC_OPENWEBUI_SQLITE": str(vendor.path),
        "OWC_SYNC_INTERVAL_S": "1",
    }
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(running("sync_service.worker", env))
        await stack.enter_async_context(running("sync_service.worker", env))
        await eventually(lambda: _count(redis, 12), within=15)
        vendor.execute("""DELETE FROM "user" WHERE id = 'ben'""")
        await eventually(lambda: _count(redis, 13))
        first.kill()
        vendor.execute("""UPDATE "user" SET name = 'Cidney' WHERE id = 'cid'""")
        await eventually(lambda: _count(redis, 14), within=40)
    heard = await _heard(redis)
    assert heard[12][1]["status"] == "closed"
    assert heard[13][1]["name"] == "Cidney"


async def _count(redis: Redis, count: int) -> bool:
    heard = len(await _heard(redis))
    assert heard <= count
    return heard == count


async def test_a_hint_is_followed_long_before_the_next_poll(
    make_database: MakeDatabase, redis_url: str, redis: Redis, vendor: Any
) -> None:
    url = await make_database("sync")
    env = {
        "OWC_DATABASE_URL": url,
        "OWC_REDIS_URL": redis_url,
        "OWC_OPENWEBUI_SQLITE": str(vendor.path),
        "OWC_SYNC_INTERVAL_S": "3600",
    }
    async with running("sync_service.worker", env):
        await eventually(lambda: _count(redis, 12), within=15)
        vendor.execute("""UPDATE "user" SET name = 'Benno' WHERE id = 'ben'""")
        db = Database(url)
        await db.open()
        await asyncio.gather(*(take_hint(db, "secret", "secret") for _ in range(20)))
        await eventually(lambda: _count(redis, 13))
        runs = await recent_runs(db, None, 50)
        await db.close()
        assert [run["trigger"] for run in runs] == ["hint", "timer"]


async def test_a_worker_without_open_webui_stays_and_ends_when_asked(
    make_database: MakeDatabase, redis_url: str
) -> None:
    env = {"OWC_DATABASE_URL": await make_database("sync"), "OWC_REDIS_URL": redis_url}
    async with running("sync_service.worker", env) as worker:
        await eventually(lambda: "no_openwebui" in worker.output(), within=15)
        assert worker.terminate() == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"openwebui_url": "http://w"}, "needs OWC_OPENWEBUI_API_KEY"),
        ({"openwebui_api_key": "k"}, "needs OWC_OPENWEBUI_URL"),
        ({"openwebui_url": "ftp://w", "openwebui_api_key": "k"}, "openwebui_url"),
        ({"openwebui_url": "http://u:p@w", "openwebui_api_key": "k"}, "openwebui_url"),
        ({"openwebui_sqlite": "/a", "openwebui_database_url": "postgresql://w"}, "not both"),
        ({"sync_hint_secret": "short"}, "sync_hint_secret"),
        ({"sync_interval_s": 0}, "sync_interval_s"),
    ],
)
def test_wrong_settings_are_refused(wrong: dict[str, Any], field: str) -> None:
    common: dict[str, Any] = {
        "database_url": "postgresql://w",
        "redis_url": "redis://w",
        "internal_secret": INTERNAL_SECRET,
    }
    with pytest.raises(ValidationError, match=field):
        SyncSettings(**common, **wrong)
    empty: dict[str, Any] = {"openwebui_url": "", "openwebui_api_key": "", "sync_hint_secret": ""}
    assert SyncSettings(**common, **empty).openwebui_url is None
    beside: dict[str, Any] = {"openwebui_url": "http://w", "openwebui_sqlite": "/webui.db"}
    assert SyncSettings(**common, **beside).source().told_by()["models"] == "database"
