"""One connection to a service: one exchange at a time, read and written with back-pressure.

Time limits are a number here; the pool looks at all connections ten times a second, which costs
an exchange nothing.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final, cast

import httptools

from gateway.clients.http1.errors import UpstreamBroke, UpstreamError, UpstreamNonsense
from shared.joined import JoinedTransport

_READ_HIGH: Final = 262_144
_HEADERS_MAX: Final = 256
_INFORMATIONAL: Final = range(100, 200)
_SWITCHING: Final = 101
_NO_BODY: Final = frozenset({204, 304})
_NEVER: Final = float("inf")


class Connection(asyncio.Protocol):
    """Speaks HTTP/1.1 as a client. Use: `begin`, `write`, `head`, `chunk` until b"", `reusable`.

    Instead of waiting, `on_event` can be told of every arrival and of the end.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, lost: Callable[["Connection"], None]
    ) -> None:
        self._loop = loop
        self._lost = lost
        self.transport: JoinedTransport | None = None
        self.closed = False
        self.exchanges = 0
        self.idle_since = loop.time()
        self._waiter: asyncio.Future[None] | None = None
        self._writable: asyncio.Future[None] | None = None
        self._write_paused = False
        self._parser = httptools.HttpResponseParser(self)
        self._clear()
        self.active = False

    def _clear(self) -> None:
        self.active = True
        self.started = 0.0
        self.deadline = _NEVER
        self.idle_timeout_s = _NEVER
        self._first_byte_s = _NEVER
        self.uploading = False
        self.on_slow: Callable[[Connection], None] | None = None
        self.on_event: Callable[[Connection], None] | None = None
        self.error: UpstreamError | None = None
        self.status = 0
        self.headers: list[tuple[bytes, bytes]] = []
        self._chunks: deque[bytes] = deque()
        self._buffered = 0
        self._read_paused = False
        self._heads_only = False
        self._answered = False
        self._has_head = False
        self._framed = False
        self._complete = False
        self._keep_alive = False

    # The exchange, as its owner sees it.

    def begin(
        self, *, heads_only: bool, first_byte_s: float, idle_s: float, uploading: bool
    ) -> None:
        """Start an exchange; `heads_only` for HEAD, whose answer has a length and no body."""
        self._clear()
        self.exchanges += 1
        self._heads_only = heads_only
        self.started = self._loop.time()
        self._first_byte_s = first_byte_s
        self.deadline = self.started + first_byte_s
        self.idle_timeout_s = idle_s
        self.uploading = uploading

    def write(self, data: bytes) -> None:
        if self.error is None and self.transport is not None:
            self.transport.write(data)

    async def drain(self) -> None:
        """Wait until what was written has mostly left."""
        while self._write_paused and self.error is None:
            self._writable = self._loop.create_future()
            await self._writable

    async def head(self) -> None:
        """Wait for status and headers; `status` and `headers` hold them afterwards."""
        while not self._has_head:
            if self.error is not None:
                raise self.error
            await self._wait()

    async def chunk(self) -> bytes:
        """The next part of the body as it came, all that is there; b"" at its end."""
        while not self._chunks:
            if self._complete:
                return b""
            if self.error is not None:
                raise self.error
            await self._wait()
        return self._take()

    def whole(self) -> bytes | None:
        """The body if all of the answer is here, which takes it; None otherwise."""
        return self._take() if self._complete else None

    def _take(self) -> bytes:
        chunks = self._chunks
        data = chunks.popleft() if len(chunks) == 1 else b"".join(chunks)
        chunks.clear()
        self._buffered = 0
        if self._read_paused and self.transport is not None and not self.closed:
            self._read_paused = False
            self.transport.resume_reading()
            self.deadline = self._loop.time() + self.idle_timeout_s
        return data

    async def peek(self, limit_bytes: int) -> bytes:
        """The body so far without taking it: whole, or once it is longer than `limit_bytes`."""
        while not self._complete and self._buffered <= limit_bytes:
            if self.error is not None:
                raise self.error
            await self._wait()
        return b"".join(self._chunks)

    @property
    def complete(self) -> bool:
        """The whole answer has arrived and been taken."""
        return self._complete and not self._chunks

    @property
    def has_begun(self) -> bool:
        """The head of the answer is here, or the reason why there will be none."""
        return self._has_head or self.error is not None

    @property
    def reusable(self) -> bool:
        """Both sides of the exchange ended where they should, and the service keeps it open."""
        return (
            self._complete
            and self._keep_alive
            and not self.uploading
            and not self._chunks
            and self.error is None
            and not self.closed
        )

    @property
    def usable(self) -> bool:
        """Open as far as is known here."""
        return not self.closed and self.transport is not None and not self.transport.is_closing()

    def uploaded(self) -> None:
        """The whole request is sent: from now on the service is waited for."""
        self.uploading = False
        self.deadline = self._loop.time() + self._first_byte_s

    def release(self) -> None:
        """The exchange is over and the connection waits for the next one."""
        self.active = False
        self.deadline = _NEVER
        self.on_slow = self.on_event = None
        self.idle_since = self._loop.time()

    def idles_for(self) -> float:
        """Seconds since the last exchange."""
        return self._loop.time() - self.idle_since

    def abort(self, error: UpstreamError) -> None:
        """End connection and exchange; whoever waits gets `error`."""
        if self.error is None:
            self.error = error
        self.closed = True
        if self.transport is not None:
            self.transport.abort()
        self._wake()
        self._wake_writer()

    async def _wait(self) -> None:
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self.on_event is not None:
            self.on_event(self)
        elif self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _wake_writer(self) -> None:
        if self._writable is not None and not self._writable.done():
            self._writable.set_result(None)

    # asyncio.Protocol

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are none of asyncio's classes.
        self.transport = JoinedTransport(cast("asyncio.Transport", transport), self._loop)

    def data_received(self, data: bytes) -> None:
        if not self.active:
            # Bytes nobody asked for would be taken for the answer of the next request.
            self.abort(UpstreamNonsense("unasked bytes"))
            return
        self._answered = True
        self.deadline = self._loop.time() + self.idle_timeout_s
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self.abort(UpstreamNonsense("an upgrade nobody asked for"))
        except httptools.HttpParserError as error:
            self._keep_alive = False
            if not self._complete:
                self.abort(UpstreamNonsense(str(error)))
        if self._buffered > _READ_HIGH and not self._read_paused and self.transport is not None:
            self._read_paused = True
            self.transport.pause_reading()
        self._wake()

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.closed = True
        if self.active and not self._complete:
            if self._has_head and not self._framed and exc is None:
                self._complete = True
            elif self.error is None:
                self.error = UpstreamBroke(
                    "the connection ended early", unanswered=not self._answered
                )
        self._wake()
        self._wake_writer()
        self._lost(self)

    def pause_writing(self) -> None:
        self._write_paused = True

    def resume_writing(self) -> None:
        self._write_paused = False
        self._wake_writer()

    # httptools

    def on_message_begin(self) -> None:
        if self._has_head:
            raise UpstreamNonsense("a second answer")

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._has_head:
            return  # a trailer
        if len(self.headers) >= _HEADERS_MAX:
            raise UpstreamNonsense("too many headers")
        self.headers.append((name.lower(), value))

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if status in _INFORMATIONAL:
            if status == _SWITCHING:
                raise UpstreamNonsense("a protocol nobody asked for")
            self.headers = []
            return
        self.status = status
        self._framed = self._check_framing() or status in _NO_BODY
        self._has_head = True
        # The parser would wait for the body that the headers of a HEAD speak of. Such a
        # connection is not used again: a service that sends one all the same cannot confuse us.
        self._complete = self._heads_only

    def _check_framing(self) -> bool:
        lengths = [value for name, value in self.headers if name == b"content-length"]
        codings = [value for name, value in self.headers if name == b"transfer-encoding"]
        if len(lengths) > 1 or len(codings) > 1 or (lengths and codings):
            raise UpstreamNonsense("unclear length of the answer")
        if codings and codings[0].strip().lower() != b"chunked":
            raise UpstreamNonsense("unknown transfer coding")
        return bool(lengths or codings)

    def on_body(self, data: bytes) -> None:
        if self._complete:
            raise UpstreamNonsense("a body after the end")
        self._chunks.append(data)
        self._buffered += len(data)

    def on_message_complete(self) -> None:
        if self._has_head and not self._complete:
            self._complete = True
            self._keep_alive = self._parser.should_keep_alive()
