"""The processes start on a fresh database, and the migrations make what the tables declare."""

import httpx
from sync_service.store.tables import METADATA

from shared.testing import running
from shared.testing.plugin import MakeDatabase
from shared.testing.schema import schema_differences


async def test_the_service_starts_and_is_ready(make_database: MakeDatabase, redis_url: str) -> None:
    env = {"OWC_DATABASE_URL": await make_database("sync"), "OWC_REDIS_URL": redis_url}
    async with running("sync_service", env) as service, httpx.AsyncClient() as client:
        answer = await client.get(f"{service.url}/health")
        assert answer.json()["status"] == "healthy"


async def test_the_tables_are_what_the_migrations_make(make_database: MakeDatabase) -> None:
    assert await schema_differences(await make_database("sync"), METADATA) == []
