"""The database keeps its promises by itself."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from gateway.clients.password_pool import PasswordPool
from gateway.commands.create_first_admin import create_first_admin
from gateway.commands.forget_expired import forget_expired
from gateway.domain.throttle import FORGOTTEN_AFTER
from gateway.store import throttle
from gateway.store.tables import METADATA

from shared.db import Database, connect
from shared.migrations import engine_of
from shared.problems import TooManyRequests
from shared.testing import eventually, running
from shared.testing.plugin import MakeDatabase

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
_NOT_OURS = {
    "alembic_version",
    "migration",
    "outbox",
    "relay",
    "inbox",
    "dead_letter",
    "replay_log",
}


async def test_tables_and_migrations_agree(make_database: MakeDatabase) -> None:
    url = await make_database("gateway")
    engine = engine_of(url)

    def differences(connection: Any) -> list[Any]:
        options = {"include_name": lambda name, *_: name not in _NOT_OURS}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), METADATA)
        # Indexes and foreign keys live in the migrations alone.
        return [d for d in found if not str(d[0]).endswith(("_index", "_fk", "_constraint"))]

    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()


async def test_many_processes_create_one_owner(make_database: MakeDatabase) -> None:
    db = Database(await make_database("gateway"))
    await db.open()
    pool = PasswordPool(4)
    created = await asyncio.gather(
        *(
            create_first_admin(db, pool, username="admin", password=f"password {n}", now=NOW)
            for n in range(4)
        )
    )
    assert sorted(created) == [False, False, False, True]
    pool.close()
    await db.close()


async def test_a_thousand_guesses_at_once_are_a_thousand(make_database: MakeDatabase) -> None:
    url = await make_database("gateway")
    db = Database(url)
    await db.open()

    async def guess() -> int:
        async with db.transaction() as conn:
            row = await throttle.count(conn, "account admin", NOW, NOW - FORGOTTEN_AFTER)
        return int(row["failures"])

    assert sorted(await asyncio.gather(*(guess() for _ in range(50)))) == list(range(1, 51))
    await db.close()


async def test_a_short_queue_refuses_further_logins() -> None:
    pool = PasswordPool(4)
    checks = [pool.check("x", None) for _ in range(200)]
    found = await asyncio.gather(*checks, return_exceptions=True)
    refused = [error for error in found if isinstance(error, TooManyRequests)]
    assert refused
    assert found.count(False) == 200 - len(refused)
    pool.close()


async def test_what_is_over_is_forgotten_and_the_rest_stays(make_database: MakeDatabase) -> None:
    url = await make_database("gateway")
    connection = await connect(url)
    await connection.execute(
        "INSERT INTO admin (username, password_hash, role, created_by, created_at) "
        "VALUES ('a', 'x', 'owner', 'test', now())"
    )
    for days in (-2, 1):
        end = NOW + timedelta(days=days)
        await connection.execute(
            "INSERT INTO session VALUES (gen_random_uuid(), 'a', $1, $2)", NOW - timedelta(9), end
        )
        await connection.execute(
            "INSERT INTO login_throttle VALUES ($1, 1, $2, $2)", str(days), end
        )
    db = Database(url)
    await db.open()
    await forget_expired(db, NOW)
    assert await connection.fetchval("SELECT count(*) FROM session") == 1
    assert await connection.fetchval("SELECT subject FROM login_throttle") == "1"
    await db.close()
    await connection.close()


async def test_the_worker_runs_and_stops_when_told(make_database: MakeDatabase) -> None:
    url = await make_database("gateway")
    connection = await connect(url)
    old = datetime.now(UTC) - timedelta(days=1)
    await connection.execute("INSERT INTO login_throttle VALUES ('x', 1, $1, $1)", old)
    env = {
        "OWC_DATABASE_URL": url,
        "OWC_REDIS_URL": "redis://127.0.0.1:1/0",
        "OWC_SECRET_KEY": "tests-0123456789-0123456789-0123456789",
    }
    async with running("gateway.worker", env) as worker:

        async def forgotten() -> bool:
            return not await connection.fetchval("SELECT count(*) FROM login_throttle")

        await eventually(forgotten, within=15)
        assert worker.terminate() == 0
    await connection.close()


async def test_the_database_refuses_what_cannot_be(make_database: MakeDatabase) -> None:
    connection = await connect(await make_database("gateway"))
    for wrong in (
        "INSERT INTO api_key VALUES ('short', 'n', '{a}', '\\x00', 'x', now())",
        "INSERT INTO admin VALUES ('a b', 'x', 'owner', NULL, false, 0, 'x', now())",
        "INSERT INTO admin VALUES ('a', 'x', 'god', NULL, false, 0, 'x', now())",
        "INSERT INTO credential_revision VALUES (true, 5)",
    ):
        with pytest.raises(asyncpg.IntegrityConstraintViolationError):
            await connection.execute(wrong)
    await connection.close()
