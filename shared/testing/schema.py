"""Do the tables that a service declares agree with what its migrations make?"""

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, text

from shared.migrations import engine_of

_SHARED = {
    "outbox",
    "relay",
    "inbox",
    "dead_letter",
    "replay_log",
    "alembic_version",
    "migration",
}
# These have the shape of their parent.
_PARTITIONS = text("SELECT relname FROM pg_class WHERE relispartition")


async def schema_differences(url: str, declared: MetaData) -> list[Any]:
    """What alembic would change in the database at `url` to make it as `declared`."""

    def differences(connection: Any) -> list[Any]:
        others = _SHARED | set(connection.scalars(_PARTITIONS))

        def ours(name: str | None, kind: str, _parents: Any) -> bool:
            return kind != "table" or name not in others

        context = MigrationContext.configure(
            connection, opts={"include_name": ours, "compare_type": True}
        )
        found: list[Any] = compare_metadata(context, declared)
        return found

    engine = engine_of(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(differences)
    finally:
        await engine.dispose()
