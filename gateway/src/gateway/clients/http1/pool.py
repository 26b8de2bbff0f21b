"""The connections to one service: how many, how long idle, and when they are given up."""

import asyncio
import contextlib
import ssl
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import (
    ClientStalled,
    UpstreamAway,
    UpstreamBroke,
    UpstreamError,
    UpstreamTimedOut,
)

# Below the 5 s after which many a server closes an idle connection: whoever waits longer than the
# other side meets a closing door.
_IDLE_S: Final = 4.0
_SWEEP_S: Final = 0.1
_SLOW_S: Final = 0.05
_WAITERS_MAX: Final = 4096
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for what, and for how many at once."""

    connections: int = 64
    connect_s: float = 2.0
    first_byte_s: float = 30.0
    idle_s: float = 60.0


@dataclass(slots=True)
class Request:
    """An exchange to be made. `more` sends the rest of the body and returns when it is sent."""

    head: bytes
    body: bytes = b""
    heads_only: bool = False
    repeatable: bool = False
    first_byte_s: float | None = None
    more: Callable[[Connection], Awaitable[None]] | None = None
    on_slow: Callable[[Connection], None] | None = None


class Upstream:
    """A service at one address."""

    def __init__(self, url: str, limits: Limits) -> None:
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ValueError(f"not an http address: {url!r}")
        self.host = parts.hostname
        self.port = parts.port or _PORTS[parts.scheme]
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self.host_header = parts.netloc.rpartition("@")[2].encode("ascii")
        self.limits = limits
        self._idle: deque[Connection] = deque()
        self._open: set[Connection] = set()
        self._connecting = 0
        self._waiters: deque[asyncio.Future[Connection | None]] = deque()
        self._sweeper: asyncio.TimerHandle | None = None

    async def exchange(self, request: Request, sent: Connection | None = None) -> Connection:
        """Send `request`, unless it was `sent`, and wait for the head of its answer.

        A connection that had stood idle may have been closed by the other side just then: what is
        safe to repeat, and whose body is at hand, is asked once more on a new one.
        """
        connection = sent or self.send(await self._acquire(fresh=False), request)
        reused = connection.exchanges > 1
        try:
            return await self._answered(connection, request)
        except UpstreamBroke as error:
            again = reused and error.unanswered and request.repeatable and request.more is None
            if not again:
                raise
        fresh = self.send(await self._acquire(fresh=True), request)
        return await self._answered(fresh, request)

    def send(self, connection: Connection, request: Request) -> Connection:
        """Begin the exchange on a connection that was taken."""
        limits = self.limits
        connection.begin(
            heads_only=request.heads_only,
            first_byte_s=request.first_byte_s or limits.first_byte_s,
            idle_s=limits.idle_s,
            uploading=request.more is not None,
        )
        connection.write(request.head + request.body if request.body else request.head)
        return connection

    async def _answered(self, connection: Connection, request: Request) -> Connection:
        connection.on_slow = request.on_slow
        try:
            if request.more is None:
                await connection.head()
            else:
                await _upload(connection, request.more)
        except BaseException:
            self.discard(connection)
            raise
        return connection

    def finish(self, connection: Connection) -> None:
        """Give the connection back, for the next one or for good."""
        if not connection.reusable:
            self.discard(connection)
            return
        connection.release()
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return
        self._idle.append(connection)

    def discard(self, connection: Connection) -> None:
        """Close a connection that cannot be used again."""
        connection.abort(connection.error or UpstreamBroke("given up"))

    def close(self) -> None:
        """Close every connection; exchanges under way end with an error."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
        for connection in tuple(self._open):
            self.discard(connection)

    def take_idle(self) -> Connection | None:
        """A connection that can be used at once; None if there is none."""
        while self._idle:
            connection = self._idle.pop()
            if connection.usable and connection.idles_for() < _IDLE_S:
                return connection
            self.discard(connection)
        return None

    async def _acquire(self, *, fresh: bool) -> Connection:
        if not fresh and (connection := self.take_idle()) is not None:
            return connection
        if len(self._open) + self._connecting < self.limits.connections:
            return await self._connect()
        return await self._wait_for_one()

    async def _wait_for_one(self) -> Connection:
        if len(self._waiters) >= _WAITERS_MAX:
            raise UpstreamAway("too many requests wait for it")
        waiter: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            async with asyncio.timeout(self.limits.first_byte_s):
                connection = await waiter
        except TimeoutError:
            raise UpstreamAway("no connection came free") from None
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._pass_on(waiter.result())
            raise
        if connection is None or not connection.usable:
            return await self._acquire(fresh=False)
        return connection

    def _pass_on(self, connection: Connection | None) -> None:
        """A waiter that left must not take a connection, or the right to make one, with it."""
        if connection is None or not connection.usable:
            self._let_one_connect()
        else:
            self._idle.append(connection)
            self._let_one_connect()

    def _let_one_connect(self) -> None:
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return

    async def _connect(self) -> Connection:
        loop = asyncio.get_running_loop()
        self._connecting += 1
        try:
            async with asyncio.timeout(self.limits.connect_s):
                _, connection = await loop.create_connection(
                    lambda: Connection(loop, self._forget), self.host, self.port, ssl=self._tls
                )
        except (OSError, TimeoutError) as error:
            # The next in line has to find out by itself that nobody is there.
            self._let_one_connect()
            raise UpstreamAway(type(error).__name__) from error
        finally:
            self._connecting -= 1
        self._open.add(connection)
        if self._sweeper is None:
            self._sweeper = loop.call_later(_SWEEP_S, self._sweep)
        return connection

    def _forget(self, connection: Connection) -> None:
        self._open.discard(connection)
        if not connection.active:
            with contextlib.suppress(ValueError):
                self._idle.remove(connection)
        self._let_one_connect()

    def _sweep(self) -> None:
        """Enforce the time limits of all connections."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._sweeper = loop.call_later(_SWEEP_S, self._sweep) if self._open else None
        for connection in tuple(self._open):
            if connection.closed:
                continue
            if not connection.active:
                if connection.idles_for() >= _IDLE_S:
                    self.discard(connection)
            elif now >= connection.deadline:
                connection.abort(_late(connection))
            elif connection.on_slow is not None and now - connection.started >= _SLOW_S:
                on_slow, connection.on_slow = connection.on_slow, None
                on_slow(connection)


async def _upload(connection: Connection, more: Callable[[Connection], Awaitable[None]]) -> None:
    """Send the rest of the body until it ends, or until the service answers without it."""

    async def send() -> None:
        try:
            await more(connection)
            connection.uploaded()
        except UpstreamError as error:
            connection.abort(error)

    sending = asyncio.ensure_future(send())
    try:
        await connection.head()
    finally:
        sending.cancel()


def _late(connection: Connection) -> UpstreamError:
    if connection.uploading:
        return ClientStalled("the body did not go on")
    return UpstreamTimedOut("no answer in time")
