"""Several servers, of which one takes writes and others are dead, and a pooler."""

import socket
from collections.abc import Iterator
from contextlib import closing

import asyncpg
import pytest

from shared import db as shared_db
from shared.database_address import DatabaseAddress
from shared.db import Database, Entrance
from shared.embedded.servers import HOST, free_port
from shared.problems import Malformed, Unavailable
from shared.testing.databases import Databases, with_database
from shared.testing.plugin import MakeDatabase


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes connections and never says a word, as one without power behind a NAT."""
    with closing(socket.socket()) as listener:
        listener.bind((HOST, 0))
        listener.listen(16)
        yield f"{HOST}:{listener.getsockname()[1]}"


def test_an_address_names_the_same_database_on_each_server() -> None:
    text = "postgresql://r:p%40%2C@a:1,b:2/d?target_session_attrs=read-write&statement_cache_size=0"
    address = DatabaseAddress.parse(text)
    rest = "/d?target_session_attrs=read-write"
    assert address.urls == tuple(f"postgresql://r:p%40%2C@{host}{rest}" for host in ("a:1", "b:2"))
    assert address.statement_cache_size == 0
    plain = DatabaseAddress.parse("postgresql://r@a/d")
    assert plain.urls == ("postgresql://r@a/d",)
    assert plain.statement_cache_size > 0


@pytest.mark.parametrize(
    "text", ["mysql://r:secret@a/d", "postgresql://r:secret@a/d?statement_cache_size=-1"]
)
def test_an_address_that_cannot_be_is_refused_without_its_password(text: str) -> None:
    with pytest.raises(ValueError, match=r"postgresql://|statement_cache_size") as refusal:
        DatabaseAddress.parse(text)
    assert "secret" not in str(refusal.value)


async def test_the_server_that_takes_writes_is_found_behind_dead_ones(
    make_database: MakeDatabase, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_db, "_CONNECT_WITHIN_S", 3)
    url = await make_database("sync")
    alive = url.partition("@")[2].partition("/")[0]
    dead = f"{HOST}:{free_port()}"
    listed = url.replace(alive, f"{silent},{dead},{alive}")
    entrance = Entrance(listed)
    for _ in range(2):
        connection = await entrance.connect()
        assert await connection.fetchval("SELECT 1") == 1
        await connection.close()
    assert alive in entrance._urls[0]
    nowhere = Database(url.replace(alive, f"{silent},{dead}"))
    await nowhere.open()
    with pytest.raises(Unavailable):
        await nowhere.run(lambda connection: connection.execute("SELECT 1"))
    await nowhere.close()


async def test_a_server_that_takes_no_writes_any_more_is_left(
    make_database: MakeDatabase, postgres: Databases
) -> None:
    """As after a failover: the connections that were made to the leader are made anew."""
    name = (await make_database("sync")).rpartition("/")[2].partition("?")[0]
    url = with_database(postgres.admin_url, name)
    admin = await asyncpg.connect(postgres.admin_url)
    db = Database(url)
    await db.open()

    async def write(connection: shared_db.Connection) -> None:
        await connection.execute("CREATE TABLE IF NOT EXISTS written ()")

    await admin.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with pytest.raises(Unavailable):
        await db.run(write)
    await admin.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    await db.run(write)
    await db.close()
    await admin.close()


async def test_a_text_that_cannot_be_stored_is_the_callers_fault(
    make_database: MakeDatabase,
) -> None:
    db = Database(await make_database("sync"))
    await db.open()
    for kept_as in ("text", "jsonb"):
        sql = f"SELECT $1::{kept_as}"
        with pytest.raises(Malformed):
            await db.run(lambda connection, sql=sql: connection.fetchval(sql, "a\0"))  # type: ignore[misc]
    await db.close()
