"""How every service's alembic environment runs: one server role, one lock, short lock waits."""

import asyncio
from pathlib import Path

from alembic import context, op
from sqlalchemy import Connection, MetaData, pool, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from shared import db
from shared.secret_files import value_of

# Any constant: two migrations of one database must not run at the same time.
_LOCK = 7_202_611


def run(target: MetaData) -> None:
    """Upgrade the database named by OWC_DATABASE_URL (postgresql://…) to what alembic asks for."""
    asyncio.run(_upgrade(value_of("OWC_DATABASE_URL"), target))


def engine_of(url: str) -> AsyncEngine:
    """SQLAlchemy's way to an address, without statements that a pooler would mix up."""
    return create_async_engine(
        "postgresql+asyncpg://",
        poolclass=pool.NullPool,
        async_creator=lambda: db.connect(url),
        connect_args={
            "prepared_statement_cache_size": 0,
            "prepared_statement_name_func": lambda: "",
        },
    )


def run_script(path: Path) -> None:
    """Execute a file of several SQL statements inside the running migration.

    asyncpg prepares single statements only; a script goes through its simple query protocol.
    """
    connection = op.get_bind().connection.dbapi_connection
    assert connection is not None  # noqa: S101 - a migration runs on a live connection
    connection.run_async(lambda driver: driver.execute(path.read_text()))


async def _upgrade(url: str, target: MetaData) -> None:
    engine = engine_of(url)
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
