"""How every service's alembic environment runs: one at a time, with short lock waits.

The list of what was applied is kept in the database beside alembic's own single revision
(shared.revisions says why).
"""

import asyncio
import hashlib
import random
import sys
from pathlib import Path
from typing import Any, Final

import structlog
from alembic import context, op
from alembic.runtime.migration import MigrationContext, MigrationInfo
from asyncpg import LockNotAvailableError
from sqlalchemy import Connection, MetaData, inspect, pool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from shared import db
from shared.revisions import APPLIED_SQL, CREATE_SQL, REFUSED_STATUS, known_in
from shared.secret_files import value_of

_SQL: Final = Path(__file__).parent / "sql"
EVENT_TABLES: Final = _SQL / "event_tables.sql"
IDEMPOTENCY: Final = _SQL / "idempotency.sql"
# Any constant: two migrations of one database must not run at the same time.
_LOCK = 7_202_611
# A statement that waits for a lock makes all others wait behind it: give up soon, come again.
_LOCK_TIMEOUT: Final = "3s"
_ATTEMPTS: Final = 20
_MADE_BEFORE = (
    "refuses to migrate: this database was made by a version before 0.1.0, whose migrations were "
    "still being changed, so nobody can tell what it lacks. Make a new installation: `owc down "
    "--purge` deletes a local one; `docker compose down --volumes` one in containers\n"
)
log = structlog.get_logger(__name__)


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


def run_replaceable(path: Path, digest: str) -> None:
    """Execute a script that replaces what an earlier state of it made.

    The file changes in place, so a revision runs it only if it is the one that brought this state.
    """
    if hashlib.sha256(path.read_bytes()).hexdigest() == digest:
        run_script(path)


async def _upgrade(url: str, target: MetaData) -> None:
    engine = engine_of(url)
    try:
        for attempt in range(_ATTEMPTS):
            try:
                async with engine.connect() as connection:
                    await connection.run_sync(_run, target)
                    await connection.commit()
            except (DBAPIError, LockNotAvailableError) as error:
                if not _is_lock_timeout(error) or attempt == _ATTEMPTS - 1:
                    raise
                log.warning("migration_waits", attempt=attempt + 1)
                await asyncio.sleep(random.uniform(0.5, 1.5))  # noqa: S311
            else:
                return
    finally:
        await engine.dispose()


def _is_lock_timeout(error: BaseException) -> bool:
    """SQLAlchemy wraps what its own statements met, a script's error comes as it is."""
    seen: BaseException | None = getattr(error, "orig", error)
    while seen is not None and not isinstance(seen, LockNotAvailableError):
        seen = seen.__cause__
    return seen is not None


def _run(connection: Connection, target: MetaData) -> None:
    # Whoever comes second waits for the first here, however long that takes.
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))
    has = set(inspect(connection).get_table_names())
    if "alembic_version" in has and "migration" not in has:
        sys.stderr.write(_MADE_BEFORE)
        raise SystemExit(REFUSED_STATUS)
    connection.execute(text(CREATE_SQL))
    applied = list(connection.scalars(text(APPLIED_SQL)))
    known = known_in(Path(context.script.dir))
    if len(applied) > len(known) and applied[: len(known)] == known:
        # A newer version has been here: whoever goes back to this one finds nothing to do.
        log.info("database_is_ahead", applied=applied[-1], known=known[-1])
        return
    context.configure(
        connection=connection,
        target_metadata=target,
        compare_server_default=False,
        on_version_apply=_remember,
    )
    with context.begin_transaction():
        context.run_migrations()


def _remember(ctx: MigrationContext, step: MigrationInfo, *_: Any, **__: Any) -> None:
    revision = step.up_revision_id
    if step.is_upgrade:
        statement = (
            "INSERT INTO migration (number, revision) "
            "SELECT coalesce(max(number), 0) + 1, :revision FROM migration"
        )
    else:
        statement = "DELETE FROM migration WHERE revision = :revision"
    assert ctx.connection is not None  # noqa: S101 - a migration runs on a live connection
    ctx.connection.execute(text(statement), {"revision": revision})
