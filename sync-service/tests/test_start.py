"""The processes start on a fresh database, and the migrations make what the tables declare."""

import httpx
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import create_async_engine
from sync_service.store.tables import METADATA

from shared.testing import running
from shared.testing.plugin import MakeDatabase

_OF_SHARED = {"outbox", "relay", "inbox", "dead_letter", "alembic_version"}


async def test_the_service_starts_and_is_ready(make_database: MakeDatabase, redis_url: str) -> None:
    env = {"OWC_DATABASE_URL": await make_database("sync"), "OWC_REDIS_URL": redis_url}
    async with running("sync_service", env) as service, httpx.AsyncClient() as client:
        answer = await client.get(f"{service.url}/health")
        assert answer.json()["status"] == "healthy"


async def test_the_tables_are_what_the_migrations_make(make_database: MakeDatabase) -> None:
    url = (await make_database("sync")).replace("postgresql://", "postgresql+asyncpg://")
    engine = create_async_engine(url, poolclass=pool.NullPool)

    def difference(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name not in _OF_SHARED},
        )
        return list(compare_metadata(context, METADATA))

    async with engine.connect() as connection:
        assert await connection.run_sync(difference) == []
    await engine.dispose()
