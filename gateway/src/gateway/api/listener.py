"""The HTTP protocol with bounds: how many peers, what each may send, and how slowly.

uvicorn has none of them. A head, a body or the reading of an answer that never ends would hold
memory or a connection for ever.
"""

import asyncio
from dataclasses import dataclass
from typing import Any, Final

import structlog

from shared.http import render
from shared.problems import Unavailable
from shared.server import Farewell
from shared.short_way import Answers, ShortWay
from shared.telemetry import ASGIApp, Receive, Scope, Send, TraceMiddleware

HEAD_BYTES_MAX: Final = 65_536
# What a body's framing may weigh: chunks of one byte weigh six, extensions and trailers need none.
FRAMING_PER_BYTE: Final = 16
# Who is one too many must ask quickly, and be gone.
CROWDED_HEAD_S: Final = 2.0
_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)
_TOO_SLOW: Final = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
log = structlog.get_logger("door")


@dataclass(slots=True)
class Bounds:
    """How many peers, and how slow each may be.

    So much of a body as `body_bytes` must arrive within `body_s`, again and again: a phone on a bad
    line can do it. Within `reader_s` a reader must take what lies between the two marks of the
    write buffer (48 KiB).
    """

    connections: int = 2000
    head_s: float = 15.0
    body_s: float = 20.0
    body_bytes: int = 10_000
    reader_s: float = 60.0


class _Crowded:
    """The application for a connection beyond the bound: that we live is all that it is told."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._refuse = TraceMiddleware(_refuse, "gateway", access_log=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/health/live":
            # Whoever watches this process must not end it because it is busy.
            await self._app(scope, receive, send)
            return
        await self._refuse(scope, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    await render(Unavailable("Too many connections", slug="crowded"))(scope, receive, send)


class BoundedProtocol(ShortWay):
    """A request that comes in one piece, as nearly all do, costs a few assignments."""

    def __init__(self, answers: Answers, bounds: Bounds, **uvicorns: Any) -> None:
        super().__init__(answers, **uvicorns)
        self._bounds = bounds
        self._head_s = bounds.head_s

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        if len(self.connections) >= self._bounds.connections:
            log.warning("crowded", connections=len(self.connections))
            self._head_s = CROWDED_HEAD_S
            self.app = Farewell(_Crowded(self.app))
        self._in_head, self._in_body, self._begun = True, False, False
        self._head_bytes = self._body_bytes = self._framing_bytes = self._body_seen = 0
        self._timer: asyncio.TimerHandle | None = self.loop.call_later(
            self._head_s, self._head_is_late
        )
        self._reader_timer: asyncio.TimerHandle | None = None
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self.resume_writing()
        super().connection_lost(exc)

    # What comes in.

    def data_received(self, data: bytes) -> None:
        self._begun = False
        before = self._body_bytes
        super().data_received(data)
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES_MAX:
                self._refuse(_TOO_LARGE)
            elif self._timer is None:
                self._timer = self.loop.call_later(self._head_s, self._head_is_late)
        elif self._in_body:
            if not self._begun:
                self._framing_bytes += len(data) - (self._body_bytes - before)
            if self._framing_bytes > HEAD_BYTES_MAX + FRAMING_PER_BYTE * self._body_bytes:
                self._refuse(_TOO_LARGE)
            elif self._timer is None:
                self._expect_more()

    def on_message_begin(self) -> None:
        self._in_head, self._in_body, self._begun = True, False, True
        self._head_bytes = self._body_bytes = self._framing_bytes = self._body_seen = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self._in_head, self._in_body = False, True
        self._stop_timer()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_body = False
        self._stop_timer()
        super().on_message_complete()

    def _head_is_late(self) -> None:
        self._timer = None
        if self._in_head:
            self._refuse(_TOO_SLOW)

    def _expect_more(self) -> None:
        self._body_seen = self._body_bytes
        self._timer = self.loop.call_later(self._bounds.body_s, self._look_at_body)

    def _look_at_body(self) -> None:
        self._timer = None
        if self.cycle.response_complete:
            # Who was answered long ago may not go on sending.
            self.transport.close()
        elif self.flow.read_paused or self._body_bytes - self._body_seen >= self._bounds.body_bytes:
            self._expect_more()
        else:
            self._refuse(_TOO_SLOW)

    def _refuse(self, answer: bytes) -> None:
        # An answer that is due or under way on this connection must not be mixed with this one.
        if self._in_body:
            busy = self.cycle.response_started or bool(self.pipeline)
        else:
            busy = self.cycle is not None and not self.cycle.response_complete
        if not busy and not self.transport.is_closing():
            self.transport.write(answer)
        self.transport.close()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # What goes out.

    def pause_writing(self) -> None:
        super().pause_writing()
        self._abort_unless_read()

    def resume_writing(self) -> None:
        if self._reader_timer is not None:
            self._reader_timer.cancel()
            self._reader_timer = None
        super().resume_writing()

    def on_response_complete(self) -> None:
        if len(self.tasks) == 1:
            self.transport.flush()  # nobody else is answered in this turn
        super().on_response_complete()
        if self.transport.is_closing() and self.transport.get_write_buffer_size():
            # Closing waits until all is sent, which whoever reads nothing could delay for ever.
            self._abort_unless_read()

    def timeout_keep_alive_handler(self) -> None:
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        super().timeout_keep_alive_handler()

    def _abort_unless_read(self) -> None:
        if self._reader_timer is None:
            self._reader_timer = self.loop.call_later(self._bounds.reader_s, self.transport.abort)
