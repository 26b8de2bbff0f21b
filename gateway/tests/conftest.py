"""A real gateway on a real socket, with services that are played by the tests."""

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import uvicorn
from gateway.api.door import Door
from gateway.api.listener import BoundedProtocol
from gateway.main import create_app
from gateway.settings import GatewaySettings

from gateway.tests.own_answers import ANSWERS
from shared.auth import IdentityVerifier, Principal
from shared.db import connect
from shared.testing import INTERNAL_SECRET, eventually

PASSWORD = "correct horse battery staple"
KEY = "bootstrap-key-of-the-tests"
# Reading certificates that plain HTTP never uses would take longer than most tests.
_PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
SECRET_KEY = "tests-0123456789-0123456789-0123456789"


@dataclass(slots=True)
class Asked:
    """A request as a service received it."""

    method: str
    target: str
    headers: list[tuple[str, str]]
    body: bytes = b""

    def header(self, name: str) -> str | None:
        return next((value for given, value in self.headers if given == name), None)

    def principal(self) -> Principal:
        """Who the gateway says it is."""
        token = self.header("x-owc-identity")
        assert token is not None
        return IdentityVerifier(INTERNAL_SECRET, lambda: 0.0).verify(token)


Play = Callable[[Asked, asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def answer(
    body: bytes = b'{"ok":true}', status: str = "200 OK", headers: str = "", *, bare: bool = False
) -> bytes:
    """The bytes of a whole HTTP answer."""
    length = "" if bare else f"Content-Length: {len(body)}\r\n"
    return f"HTTP/1.1 {status}\r\n{length}{headers}\r\n".encode() + body


def problem(slug: str, status: str = "404 Not Found") -> bytes:
    body = json.dumps({"detail": "x", "type": f"urn:owc:problem:{slug}"}).encode()
    return answer(body, status, "Content-Type: application/json\r\n")


@dataclass(slots=True)
class Service:
    """A service played by a function; without one it answers 200 to everything."""

    play: Play | None = None
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open: int = 0
    read_bodies: bool = True
    server: asyncio.Server | None = None
    url: str = "http://127.0.0.1:9"

    async def start(self) -> None:
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    def replies(self, *answers: bytes) -> None:
        """Give these answers in turn, the last one for ever."""
        left = list(answers)

        async def play(_: Asked, __: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(left.pop(0) if len(left) > 1 else left[0])

        self.play = play

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
                while not writer.is_closing():
                    await self._one(reader, writer)
        finally:
            self.open -= 1
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip("\r\n").split("\r\n")
        method, target, _ = first.split(" ")
        pairs = [line.split(": ", 1) for line in lines]
        asked = Asked(method, target, [(name.lower(), value) for name, value in pairs])
        self.asked.append(asked)
        if self.read_bodies:
            asked.body = await _body(asked, reader)
        if self.play is None:
            writer.write(answer())
        else:
            await self.play(asked, reader, writer)
        await writer.drain()


async def _body(asked: Asked, reader: asyncio.StreamReader) -> bytes:
    if asked.header("transfer-encoding") == "chunked":
        parts = []
        while size := int(await reader.readline(), 16):
            parts.append(await reader.readexactly(size))
            await reader.readexactly(2)
        await reader.readexactly(2)
        return b"".join(parts)
    return await reader.readexactly(int(asked.header("content-length") or 0))


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
    door = create_app(settings)
    config = uvicorn.Config(
        door,
        port=0,
        log_config=None,
        access_log=False,
        ws="none",
        proxy_headers=False,
        http=BoundedProtocol,
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
            yield Gateway(door, url, client, settings.database_url.get_secret_value())
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


@pytest.fixture
async def start(
    settings_for: Callable[..., GatewaySettings], module_database: str
) -> AsyncIterator[Callable[..., Awaitable[Gateway]]]:
    """Starts a gateway with settings of its own on an empty database."""
    await empty(module_database)
    async with contextlib.AsyncExitStack() as stack:

        async def begin(**more: Any) -> Gateway:
            return await stack.enter_async_context(serving(settings_for(module_database, **more)))

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
