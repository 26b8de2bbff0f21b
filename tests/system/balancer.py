"""The proxy that stands before replicas: new connections go, in turn, to those that are ready."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx

from shared.embedded.servers import HOST

_LOOK_S = 0.05


@dataclass(slots=True)
class Balancer:
    """`urls` are the replicas; `url` is where it listens itself."""

    urls: Sequence[str]
    url: str = ""
    ready: list[str] = field(default_factory=list)
    open: Counter[str] = field(default_factory=Counter)
    _turn: int = 0

    async def watch(self) -> None:
        """Ask each replica again and again whether it is ready, as an orchestrator does."""
        async with httpx.AsyncClient(trust_env=False, timeout=2) as http:
            while True:
                self.ready = [url for url in self.urls if await _is_ready(http, url)]
                await asyncio.sleep(_LOOK_S)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._turn += 1
        with contextlib.suppress(OSError):
            if self.ready:
                await self._through(self.ready[self._turn % len(self.ready)], reader, writer)
        writer.close()

    async def _through(
        self, url: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.open[url] += 1
        try:
            host, port = httpx.URL(url).host, httpx.URL(url).port
            there, back = await asyncio.open_connection(host, port)
            await asyncio.gather(_pass(reader, back), _pass(there, writer))
        finally:
            self.open[url] -= 1

    def is_free_of(self, url: str) -> bool:
        """Whether nobody is sent there any more and everybody who was has gone."""
        return url not in self.ready and not self.open[url]


async def _is_ready(http: httpx.AsyncClient, url: str) -> bool:
    try:
        return (await http.get(f"{url}/health/ready")).status_code == httpx.codes.OK
    except httpx.TransportError:
        return False


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65_536):
        writer.write(piece)
    writer.close()


@asynccontextmanager
async def balancer(urls: Sequence[str]) -> AsyncIterator[Balancer]:
    """Balance until the end of the block."""
    balancing = Balancer(urls)
    watching = asyncio.create_task(balancing.watch())
    server = await asyncio.start_server(balancing.connect, HOST, 0)
    balancing.url = f"http://{HOST}:{server.sockets[0].getsockname()[1]}"
    try:
        yield balancing
    finally:
        server.close()
        watching.cancel()
