"""Roles and databases: made by a creator without further rights, closed to each other."""

import asyncio
import secrets
from collections.abc import AsyncIterator

import asyncpg
import pytest
from owc import catalog, databases
from owc.healthcheck import servers_answer

from shared.db import connect
from shared.embedded.servers import free_port
from shared.revisions import applied_to
from shared.testing.databases import with_database

PASSWORDS = {"sync": secrets.token_hex(12), "pricing": secrets.token_hex(12)}


@pytest.fixture
async def creator_url(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A role that may make roles and databases; the names of this test are nobody else's."""
    mark = secrets.token_hex(4)
    monkeypatch.setattr(catalog, "database", lambda service: f"owc_{service}_{mark}")
    creator, password = f"creator_{mark}", secrets.token_hex(12)
    admin = await connect(postgres_url)
    try:
        await admin.execute(
            f"CREATE ROLE {creator} LOGIN CREATEROLE CREATEDB PASSWORD '{password}'"
        )
        yield with_database(postgres_url, "postgres", creator, password)
        for service in PASSWORDS:
            await admin.execute(f"DROP DATABASE IF EXISTS owc_{service}_{mark} WITH (FORCE)")
            await admin.execute(f"DROP ROLE IF EXISTS owc_{service}_{mark}")
        await admin.execute(f"DROP ROLE {creator}")
    finally:
        await admin.close()


async def prepare(url: str, passwords: dict[str, str]) -> list[str]:
    said: list[str] = []
    await asyncio.to_thread(databases.prepare, url, passwords, said.append)
    return said


async def test_each_service_has_a_migrated_database_of_its_own(creator_url: str) -> None:
    assert await prepare(creator_url, PASSWORDS) == ["migrating the databases of sync, pricing"]
    for service, password in PASSWORDS.items():
        own = await connect(databases.address_of(creator_url, service, password))
        try:
            assert await applied_to(own) == catalog.revisions(service)
            assert not await own.fetchval(
                "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles"
                " WHERE rolname = current_user"
            )
        finally:
            await own.close()
    stranger = catalog.database("pricing")
    elsewhere = with_database(creator_url, catalog.database("sync"), stranger, PASSWORDS["pricing"])
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connect(elsewhere)


async def test_a_second_start_migrates_nothing_and_follows_a_new_password(
    creator_url: str,
) -> None:
    await prepare(creator_url, PASSWORDS)
    changed = {name: secrets.token_hex(12) for name in PASSWORDS}
    assert await prepare(creator_url, changed) == []
    connection = await connect(databases.address_of(creator_url, "sync", changed["sync"]))
    await connection.close()


async def test_a_failed_migration_says_what_alembic_said(creator_url: str) -> None:
    await prepare(creator_url, {"sync": PASSWORDS["sync"]})
    connection = await connect(databases.address_of(creator_url, "sync", PASSWORDS["sync"]))
    await connection.execute("DROP TABLE alembic_version, migration")
    await connection.close()
    with pytest.raises(databases.MigrationFailedError, match=r"migrations of sync failed") as told:
        await prepare(creator_url, {"sync": PASSWORDS["sync"]})
    assert "already exists" in str(told.value)
    assert PASSWORDS["sync"] not in str(told.value)


def test_a_worker_is_well_while_one_of_its_servers_answers(postgres_url: str) -> None:
    login, _, rest = postgres_url.rpartition("@")
    alive, dead = rest.partition("/")[0], f"127.0.0.1:{free_port()}"
    redis = f"redis://{alive}"
    assert servers_answer(f"{login}@{dead},{alive}/owc_sync", redis) is None
    assert "127.0.0.1" in (servers_answer(f"{login}@{dead},{dead}/owc_sync", redis) or "")
