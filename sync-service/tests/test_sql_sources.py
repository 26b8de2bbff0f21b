"""Open WebUI's own tables, before and since 0.12, in SQLite and PostgreSQL."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sync_service.clients.open_webui import OpenWebUI, open_webui
from sync_service.clients.source import SourceError
from sync_service.domain.directory import KINDS, Group, Membership, Model, Snapshot, User

from shared.db import connect
from shared.testing.plugin import MakeDatabase

WAYS = ["sqlite", "postgres"]


def _source(**way: Any) -> OpenWebUI:
    ways = dict.fromkeys(("url", "key", "sqlite", "database_url"))
    return open_webui(**{**ways, "timeout_s": 5.0, "everyone": False, **way})


@pytest.fixture(params=[(way, schema) for way in WAYS for schema in ("new", "old")])
async def installed(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    make_database: MakeDatabase,
    schemas: dict[str, str],
) -> Any:
    """(source, run a script there, which schema)."""
    way, schema = request.param
    if way == "sqlite":
        path = tmp_path / "web ui?.db"

        async def execute(script: str) -> None:
            with closing(sqlite3.connect(path)) as database:
                database.executescript(script)

        source = _source(sqlite=str(path))
    else:
        url = await make_database("sync")

        async def execute(script: str) -> None:
            connection = await connect(url)
            await connection.execute(script)
            await connection.close()

        source = _source(database_url=url.replace("postgresql:", "postgresql+psycopg2:"))
    await execute(schemas[schema])
    return source, execute, schema


def _states(found: Snapshot) -> dict[str, dict[str, Any]]:
    return {kind: dict(reading.states) for kind, reading in found.readings.items()}


async def test_everything_is_read_from_both_schemas(installed: Any) -> None:
    source, _, schema = installed
    found = await source.fetch(KINDS)
    assert found.failures == ()
    states = _states(found)
    assert states["users"] == {
        "ada": User("Ada", "ada@example.org", "admin"),
        "ben": User("Ben", "ben@example.org", "user"),
        "cid": User("cid", "cid@example.org", "pending"),
    }
    assert states["groups"] == {"school": Group("School"), "class": Group("Class")}
    assert states["user_groups"] == {
        "ada": Membership(("school",)),
        "ben": Membership(("class", "school")),
        "cid": Membership(()),
    }
    assert states["models"] == {
        "gpt": Model("GPT", None, is_active=True, access="public"),
        "tutor": Model("Tutor", "gpt", is_active=True, access="public"),
        "lab": Model("Lab", "gpt", is_active=True, access="restricted"),
        "old": Model("Old", None, is_active=False, access="private"),
    }, schema


@pytest.mark.parametrize(
    ("damage", "lost"),
    [
        ('DROP TABLE "group"', {"groups", "user_groups"}),
        ("DROP TABLE model", {"models"}),
        ('DROP TABLE "user"', set(KINDS)),
        ('DELETE FROM "user"', set(KINDS)),
        ('ALTER TABLE "user" RENAME COLUMN role TO rank', set(KINDS)),
    ],
)
async def test_what_cannot_be_read_whole_is_absent(
    installed: Any, damage: str, lost: set[str]
) -> None:
    source, execute, _ = installed
    await execute(damage)
    found = await source.fetch(KINDS)
    assert {failure.kind for failure in found.failures} == lost
    assert set(found.readings) == set(KINDS) - lost


async def test_members_that_are_no_list_are_not_read_as_nobody(
    tmp_path: Path, schemas: dict[str, str]
) -> None:
    path = tmp_path / "webui.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(schemas["old"])
        database.execute("""UPDATE "group" SET user_ids = '["ben"' WHERE id = 'class'""")
        database.commit()
    found = await _source(sqlite=str(path)).fetch(KINDS)
    assert {failure.kind for failure in found.failures} == {"user_groups"}


async def test_one_user_is_found_with_his_groups(installed: Any) -> None:
    source, _, _ = installed
    ben = await source.find("ben")
    assert (ben.user.name, ben.membership.group_ids) == ("Ben", ("class", "school"))
    assert await source.find("nobody") is None


async def test_a_column_without_permission_is_as_good_as_missing(
    make_database: MakeDatabase, schemas: dict[str, str]
) -> None:
    url = await make_database("sync")
    owner = await connect(url)
    await owner.execute(schemas["new"])
    role = url.partition("//")[2].partition(":")[0]
    await owner.execute(f'REVOKE ALL ON "group" FROM "{role}"')
    await owner.execute(f'GRANT SELECT (id, name) ON "group" TO "{role}"')
    await owner.close()
    found = await _source(database_url=url).fetch(KINDS)
    assert found.failures == ()
    assert _states(found)["groups"] == {"school": Group("School"), "class": Group("Class")}


@pytest.mark.parametrize("content", [None, b"", b"not a database" * 100])
async def test_a_file_that_is_no_database_tells_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "webui.db"
    if content is not None:
        path.write_bytes(content)
    found = await _source(sqlite=str(path)).fetch(KINDS)
    assert (found.readings, len(found.failures)) == ({}, 4)
    assert str(tmp_path) not in str(found)
    assert path.exists() == (content is not None)


async def test_a_truncated_file_tells_nothing(tmp_path: Path, schemas: dict[str, str]) -> None:
    path = tmp_path / "webui.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(schemas["new"])
        database.executemany(
            'INSERT INTO "user" (id, name, email, role) VALUES (?, ?, ?, ?)',
            [(f"u{i}", "x" * 500, "e", "user") for i in range(200)],
        )
        database.commit()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 // 4096 * 4096])
    found = await _source(sqlite=str(path)).fetch(("users",))
    assert (found.readings, [failure.code for failure in found.failures]) == ({}, ["unreadable"])


async def test_a_locked_file_is_waited_for_and_then_told(
    tmp_path: Path, schemas: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync_service.clients.sqlite_source._BUSY_S", 0.05)
    path = tmp_path / "webui.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(schemas["new"])
        database.execute("BEGIN EXCLUSIVE")
        found = await _source(sqlite=str(path)).fetch(("users",))
    assert [failure.code for failure in found.failures] == ["busy"]


async def test_a_server_that_is_away_or_refuses_is_told_without_its_address(
    make_database: MakeDatabase,
) -> None:
    url = await make_database("sync")
    right = url.rpartition("@")[2]
    for bad in ("postgresql://x:wrong-one@" + right, "postgresql://x:y@127.0.0.1:1/z"):
        source = _source(database_url=bad)
        found = await source.fetch(KINDS)
        assert found.readings == {}
        assert {failure.code for failure in found.failures} <= {"key-refused", "unreachable"}
        assert "127.0.0.1" not in str(found)
        with pytest.raises(SourceError):
            await source.find("ben")


async def test_the_statements_never_name_a_secret_column(
    tmp_path: Path, schemas: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "webui.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(schemas["new"])
    touched: set[tuple[int, str]] = set()
    connect: Any = sqlite3.connect

    def watched(*args: Any, **options: Any) -> Any:
        database = connect(*args, **options)

        def note(action: int, table: str, column: str, *_: str) -> int:
            touched.add((action, f"{table}.{column}"))
            return sqlite3.SQLITE_OK

        database.set_authorizer(note)
        return database

    monkeypatch.setattr(sqlite3, "connect", watched)
    await _source(sqlite=str(path)).fetch(KINDS)
    read = {name for action, name in touched if action == sqlite3.SQLITE_READ}
    assert "user.email" in read
    assert "user.password" not in read
