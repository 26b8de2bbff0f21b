"""How every service's alembic environment runs: one server role, one lock, short lock waits."""

import asyncio
from pathlib import Path

from alembic import context, op
from sqlalchemy import Connection, MetaData, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from shared.secret_files import value_of

# Any constant: two migrations of one database must not run at the same time.
_LOCK = 7_202_611


def run(target: MetaData) -> None:
    """Upgrade the database named by OWC_DATABASE_URL (postgresql://…) to what alembic asks for."""
    url = value_of("OWC_DATABASE_URL").replace("postgresql://", "postgresql+asyncpg://", 1)
    asyncio.run(_upgrade(url, target))


def run_script(path: Path) -> None:
    """Execute a file of several SQL statements inside the running migration.

    asyncpg prepares single statements only; a script goes through its simple query protocol.
    """
    connection = op.get_bind().connection.dbapi_connection
    assert connection is not None  # noqa: S101 - a migration runs on a live connection
    connection.run_async(lambda driver: driver.execute(path.read_text()))


async def _upgrade(url: str, target: MetaData) -> None:
    engine = create_async_engine(url, poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(_run, target)
        await connection.commit()
    await engine.dispose()


def _run(connection: Connection, target: MetaData) -> None:
    context.configure(connection=connection, target_metadata=target, compare_server_default=False)
    with context.begin_transaction():
        connection.execute(text("SET LOCAL lock_timeout = '3s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        context.run_migrations()
