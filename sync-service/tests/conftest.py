"""Open WebUI as the tests need it: real database files of both schemas, and its REST API."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiohttp import web
from sync_service.clients.open_webui import OpenWebUI, open_webui
from sync_service.main import create_app
from sync_service.settings import SyncSettings

from shared.db import Database
from shared.testing import INTERNAL_SECRET
from shared.testing.plugin import MakeDatabase

KEY = "sk-an-administrator-of-the-tests"
_COMMON = """
CREATE TABLE "user" (id VARCHAR PRIMARY KEY, name VARCHAR, email VARCHAR, role VARCHAR,
    password VARCHAR, last_active_at BIGINT, settings JSON);
"""
NEW = f"""{_COMMON}
CREATE TABLE "group" (id TEXT PRIMARY KEY, name TEXT, parent_group_id TEXT, permissions JSON);
CREATE TABLE group_member (id TEXT PRIMARY KEY, group_id TEXT NOT NULL, user_id TEXT NOT NULL,
    UNIQUE (group_id, user_id));
CREATE TABLE model (id TEXT PRIMARY KEY, base_model_id TEXT, name TEXT, params TEXT,
    is_active BOOLEAN DEFAULT true NOT NULL);
CREATE TABLE access_grant (id TEXT PRIMARY KEY, resource_type TEXT, resource_id TEXT,
    principal_type TEXT, principal_id TEXT, permission TEXT);
"""
OLD = f"""{_COMMON}
CREATE TABLE "group" (id TEXT PRIMARY KEY, name TEXT, user_ids JSON);
CREATE TABLE model (id TEXT PRIMARY KEY, base_model_id TEXT, name TEXT,
    is_active BOOLEAN DEFAULT true NOT NULL, access_control JSON);
"""
# The same installation twice: two pupils and a teacher, a class inside a school, four models.
_PEOPLE = """
INSERT INTO "user" (id, name, email, role, password) VALUES
    ('ada', 'Ada', 'ada@example.org', 'admin', 'hash'),
    ('ben', 'Ben', 'ben@example.org', 'user', 'hash'),
    ('cid', '', 'cid@example.org', 'pending', 'hash');
"""
NEW_ROWS = f"""{_PEOPLE}
INSERT INTO "group" (id, name, parent_group_id) VALUES
    ('school', 'School', NULL), ('class', 'Class', 'school');
INSERT INTO group_member VALUES ('1', 'class', 'ben'), ('2', 'school', 'ada');
INSERT INTO model (id, base_model_id, name, is_active) VALUES
    ('gpt', NULL, 'GPT', true), ('tutor', 'gpt', 'Tutor', true),
    ('lab', 'gpt', 'Lab', true), ('old', NULL, 'Old', false);
INSERT INTO access_grant VALUES
    ('1', 'model', 'gpt', 'user', '*', 'read'), ('2', 'model', 'tutor', 'user', '*', 'read'),
    ('3', 'model', 'lab', 'group', 'class', 'read'), ('4', 'knowledge', 'old', 'user', '*', 'read');
"""
OLD_ROWS = f"""{_PEOPLE}
INSERT INTO "group" (id, name, user_ids) VALUES
    ('school', 'School', '["ada", "ben"]'), ('class', 'Class', '["ben"]');
INSERT INTO model (id, base_model_id, name, is_active, access_control) VALUES
    ('gpt', NULL, 'GPT', true, NULL), ('tutor', 'gpt', 'Tutor', true, 'null'),
    ('lab', 'gpt', 'Lab', true, '{{"read": {{"group_ids": ["class"]}}}}'),
    ('old', NULL, 'Old', false, '{{}}');
"""


@dataclass(slots=True)
class VendorFile:
    """A webui.db that a test may change while the service reads it."""

    path: Path

    def execute(self, script: str) -> None:
        with closing(sqlite3.connect(self.path)) as database:
            database.executescript(script)

    def source(self, **options: Any) -> OpenWebUI:
        return source_of(**{"sqlite": str(self.path), **options})


def source_of(**options: Any) -> OpenWebUI:
    """What the settings would build; the rest of the ways stays unconfigured."""
    ways = dict.fromkeys(("url", "key", "sqlite", "database_url"))
    return open_webui(**{**ways, "timeout_s": 10.0, "everyone": False, **options})


@pytest.fixture
def schemas() -> dict[str, str]:
    """The scripts that make the same installation in the tables of 0.12 and of before."""
    return {"new": f"{NEW}{NEW_ROWS}", "old": f"{OLD}{OLD_ROWS}"}


@pytest.fixture
def vendor(tmp_path: Path) -> VendorFile:
    """A small Open WebUI 0.12 in WAL mode, as the real one keeps its file."""
    file = VendorFile(tmp_path / "webui.db")
    file.execute(f"PRAGMA journal_mode = WAL; {NEW}{NEW_ROWS}")
    return file


@pytest.fixture
async def db(make_database: MakeDatabase) -> AsyncIterator[Database]:
    database = Database(await make_database("sync"))
    await database.open()
    yield database
    await database.close()


@dataclass(slots=True)
class FakeRest:
    """Open WebUI's REST API: what it has, and how it misbehaves (`trouble`: path -> what)."""

    users: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    base: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    effective: list[dict[str, Any]] = field(default_factory=list)
    trouble: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def source(self, **options: Any) -> OpenWebUI:
        return source_of(**{"url": self.url, "key": KEY, **options})

    @staticmethod
    def public(model_id: str, base: str | None = None, **more: Any) -> dict[str, Any]:
        """A row of the table `model` that everybody may use."""
        return _public(model_id, base, **more)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        where = str(request.rel_url)
        self.asked.append(f"{request.method} {where}")
        if request.headers.get("Authorization") != f"Bearer {KEY}":
            return web.json_response({"detail": "401 Unauthorized"}, status=401)
        for path, what in self.trouble.items():
            if where.startswith(path):
                return await self._misbehave(what)
        content = await self._content(request)
        if content is None:
            return web.json_response({"detail": "We could not find it"}, status=400)
        return web.json_response(content)

    async def _misbehave(self, what: Any) -> web.StreamResponse:
        if what == "hang":
            await asyncio.sleep(30)
        if what == "truncate":
            return web.Response(text='{"users": [{"id": "ad', content_type="application/json")
        if what == "web page":
            return web.Response(text="<!doctype html>", content_type="text/html")
        if isinstance(what, int):
            return web.json_response({"detail": "no"}, status=what)
        return web.json_response(what)

    async def _content(self, request: web.Request) -> Any:
        people = [{k: v for k, v in one.items() if k != "group_ids"} for one in self.users]
        start = 30 * (int(request.query.get("page", 1)) - 1)
        fixed = {
            "/api/v1/users/all": {"users": people, "total": len(people)},
            "/api/v1/users/": {"users": self.users[start : start + 30], "total": len(self.users)},
            "/api/v1/groups/": self.groups,
            "/api/models/base": {"data": self.base},
            "/api/models": {"data": self.effective},
            "/api/v1/models/all": self.rows,
        }
        if request.path in fixed:
            return fixed[request.path]
        match request.path.split("/")[3:]:
            case ["users", user_id]:
                return self._person(user_id)
            case ["groups", "id", group, "users"]:
                return [one for one in self.users if group in one["group_ids"]]
            case ["auths", "add"]:
                self.users.append({"id": "new", "group_ids": [], **await request.json()})
                return {"id": "new"}
        return None

    def _person(self, user_id: str) -> Any:
        for one in self.users:
            if one["id"] == user_id:
                return {**one, "groups": [{"id": group, "name": ""} for group in one["group_ids"]]}
        return None


def _public(model_id: str, base: str | None = None, **more: Any) -> dict[str, Any]:
    grant = {"principal_type": "user", "principal_id": "*", "permission": "read"}
    row = {"id": model_id, "name": model_id.upper(), "base_model_id": base, "is_active": True}
    return {**row, "access_grants": [grant], **more}


@pytest.fixture
async def rest() -> AsyncIterator[FakeRest]:
    """The same installation as `vendor`, and a base model that has no row."""
    names = {"ada": ["school"], "ben": ["class"], "cid": []}
    roles = {"ada": "admin", "ben": "user", "cid": "pending"}
    fake = FakeRest(
        users=[
            {
                "id": one,
                "name": one.title(),
                "email": f"{one}@example.org",
                "role": roles[one],
                "group_ids": groups,
            }
            for one, groups in names.items()
        ],
        groups=[
            {"id": "school", "name": "School", "parent_group_id": None},
            {"id": "class", "name": "Class", "parent_group_id": "school"},
        ],
        base=[{"id": one, "name": one} for one in ("gpt", "raw")],
        rows=[_public("gpt"), _public("tutor", "gpt"), _public("off", "gpt", is_active=False)],
    )
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", fake.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield fake
    await runner.cleanup()


Told = Callable[..., Any]


@pytest.fixture
def told(db: Database) -> Told:
    """Awaited, it answers what was published since the last time, as (type, data) in order."""
    position = 0

    async def tell() -> list[tuple[str, dict[str, Any]]]:
        nonlocal position
        async with db.reader() as connection:
            rows = await connection.fetch(
                "SELECT sequence, type, data FROM outbox WHERE sequence > $1"
                " AND type <> 'sync.logged' ORDER BY sequence",
                position,
            )
        position = rows[-1]["sequence"] if rows else position
        return [(row["type"].removeprefix("sync."), row["data"]) for row in rows]

    return tell


Serve = Callable[..., Any]


@pytest.fixture
def serve(make_database: MakeDatabase) -> Serve:
    """Starts the whole application over ASGI with some settings, as a context manager."""

    @asynccontextmanager
    async def start(**options: Any) -> AsyncIterator[httpx.AsyncClient]:
        settings = SyncSettings(
            env="test",
            database_url=await make_database("sync"),
            redis_url="redis://127.0.0.1:1",
            internal_secret=INTERNAL_SECRET,
            **options,
        )
        app = create_app(settings)
        transport = httpx.ASGITransport(app, client=("192.0.2.1", 1))
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://sync") as client,
        ):
            client.db = app.state.db  # type: ignore[attr-defined]
            yield client

    return start
