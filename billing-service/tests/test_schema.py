"""The declared tables are what the migrations make."""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from billing_service.store.tables import METADATA
from sqlalchemy.ext.asyncio import create_async_engine

from shared.testing.plugin import MakeDatabase

_SHARED = {"outbox", "relay", "inbox", "dead_letter", "alembic_version"}


def _ours(name: str | None, kind: str, _parents: Any) -> bool:
    return kind != "table" or name not in _SHARED


async def test_tables_and_migrations_agree(make_database: MakeDatabase) -> None:
    url = await make_database("billing")
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1))

    def differences(connection: Any) -> Any:
        context = MigrationContext.configure(
            connection, opts={"include_name": _ours, "compare_type": True}
        )
        return compare_metadata(context, METADATA)

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()
