"""A service that is played by a function of the test, byte by byte."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from shared.auth import IdentityVerifier, Principal
from shared.testing import INTERNAL_SECRET


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
