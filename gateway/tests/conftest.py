"""A real gateway on a real socket, with services that are played by the tests."""

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import httpx
import pytest
import uvicorn
from gateway.api.door import Door
from gateway.api.listener import BoundedProtocol, Bounds
from gateway.api.short_way import DoorAnswers
from gateway.main import create_app
from gateway.settings import GatewaySettings

from gateway.tests.own_answers import ANSWERS
from gateway.tests.played_service import Service, answer, problem
from shared.db import connect
from shared.testing import INTERNAL_SECRET, eventually

PASSWORD = "correct horse battery staple"
KEY = "bootstrap-key-of-the-tests"
# Reading certificates that plain HTTP never uses would take longer than most tests.
_PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
SECRET_KEY = "tests-0123456789-0123456789-0123456789"


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass(slots=True)
class Gateway:
    """A gateway in this process, listening."""

    door: Door
    url: str
    http: httpx.AsyncClient
    database_url: str
    bounds: Bounds

    async def login(self, username: str = "admin", password: str = PASSWORD, **more: str) -> str:
        form = {"username": username, "password": password, **more}
        reply = await self.http.post("/auth/login", data=form)
        assert reply.status_code == 200, reply.text
        token: str = reply.json()["access_token"]
        return token

    async def bearer(self, username: str = "admin", password: str = PASSWORD) -> dict[str, str]:
        return {"Authorization": f"Bearer {await self.login(username, password)}"}

    async def raw(self, data: bytes, silence_s: float = 0.15) -> bytes:
        """Send bytes as they are; all that comes back until the gateway closes or is silent."""
        host, port = self.url.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            writer.write(data)
            await writer.drain()
            parts = []
            with contextlib.suppress(TimeoutError):
                while part := await asyncio.wait_for(reader.read(65536), silence_s):
                    parts.append(part)
            return b"".join(parts)
        finally:
            writer.close()


@contextlib.asynccontextmanager
async def serving(settings: GatewaySettings) -> AsyncIterator[Gateway]:
    door, bounds = create_app(settings), Bounds()
    config = uvicorn.Config(
        door,
        port=0,
        log_config=None,
        access_log=False,
        ws="none",
        proxy_headers=False,
        http=partial(BoundedProtocol, DoorAnswers(door), bounds),  # type: ignore[arg-type]
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve())
    await eventually(lambda: server.started)
    url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        async with httpx.AsyncClient(
            base_url=url,
            trust_env=False,
            timeout=10,
            transport=httpx.AsyncHTTPTransport(verify=_PLAIN),
        ) as client:

            async def is_ready() -> bool:
                return (await client.get("/health/ready")).status_code == 200

            await eventually(is_ready)
            yield Gateway(door, url, client, settings.database_url.get_secret_value(), bounds)
    finally:
        server.should_exit = True
        await task


@pytest.fixture
async def services() -> AsyncIterator[dict[str, Service]]:
    """The four services and an Open WebUI."""
    played = {name: Service() for name in ("ledger", "billing", "pricing", "sync", "openwebui")}
    for service in played.values():
        await service.start()
    yield played
    for service in played.values():
        assert service.server is not None
        service.server.close()


@pytest.fixture
def ledger(services: dict[str, Service]) -> Service:
    return services["ledger"]


@pytest.fixture
def settings_for(services: dict[str, Service]) -> Callable[..., GatewaySettings]:
    def make(database_url: str, **more: Any) -> GatewaySettings:
        values: dict[str, Any] = {
            "env": "test",
            "database_url": database_url,
            "redis_url": "redis://127.0.0.1:1/0",
            "internal_secret": INTERNAL_SECRET,
            "secret_key": SECRET_KEY,
            "admin_password": PASSWORD,
            "credits_api_key": KEY,
            "password_cost": 4,
            "log_level": "ERROR",
            **{f"{name}_url": service.url for name, service in services.items()},
        }
        return GatewaySettings(**{**values, **more})

    return make


@pytest.fixture(scope="module")
def module_database(make_module_database: Callable[[str], str]) -> str:
    """One database for a module: dropping one costs the server a checkpoint."""
    return make_module_database("gateway")


async def empty(database_url: str) -> None:
    """As after the migrations. Only the owner of the tables can put the audit log aside."""
    connection = await connect(database_url)
    await connection.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    for table in ("user_link", "user_session", "session", "admin", "login_throttle", "audit_entry"):
        await connection.execute(f"DELETE FROM {table}")
    await connection.execute("UPDATE api_key SET rotated_from = NULL")
    await connection.execute("DELETE FROM api_key")
    await connection.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
    await connection.close()


@pytest.fixture(params=["short", "long"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of a request to its service; the first request always goes the long one."""
    if request.param == "long":
        monkeypatch.setattr(DoorAnswers, "find", lambda *_: None)


async def _pave(gateway: Gateway, services: dict[str, Service]) -> None:
    for path in ("/api/credits/user/u1", "/api/public/models/pricing"):
        await gateway.http.get(path, headers={"X-API-Key": KEY})
    for service in services.values():
        service.asked.clear()


@pytest.fixture
async def start(
    settings_for: Callable[..., GatewaySettings],
    module_database: str,
    services: dict[str, Service],
    request: pytest.FixtureRequest,
) -> AsyncIterator[Callable[..., Awaitable[Gateway]]]:
    """Starts a gateway with settings of its own on an empty database."""
    await empty(module_database)
    async with contextlib.AsyncExitStack() as stack:

        async def begin(**more: Any) -> Gateway:
            settings = settings_for(module_database, **more)
            gateway = await stack.enter_async_context(serving(settings))
            if "way" in request.fixturenames:
                await _pave(gateway, services)
            return gateway

        yield begin


@pytest.fixture
async def gateway(start: Callable[..., Awaitable[Gateway]]) -> Gateway:
    return await start()


@pytest.fixture
def played(services: Any) -> Any:
    """Services that answer as the real ones do, with a name that would like to be a script."""

    async def play(asked: Any, _: Any, writer: Any) -> None:
        found = ANSWERS.get(asked.target.partition("?")[0])
        missing = problem("not-found")
        writer.write(missing if found is None else answer(json.dumps(found).encode()))

    for service in services.values():
        service.play = play
    return services
