"""A short way through uvicorn for plain requests: they come in one piece and leave in one write.

ASGI's messages, its two writes per answer (each of which wakes the client) and uvicorn's cycle
cost more than all our own work for a charge or a passage. What is not plain goes uvicorn's way,
and is answered by the application.
"""

import asyncio
from typing import Any, Final, cast
from urllib.parse import unquote

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from shared.joined import JoinedTransport
from shared.telemetry import ASGIApp, Scope


class Exchange:
    """A request on the short way, in the place of uvicorn's cycle: it has what uvicorn looks at.

    `found` is what `Answers.find` returned for it.
    """

    __slots__ = (
        "body", "disconnected", "found", "keep_alive", "more_body", "response_complete",
        "response_started", "scope", "task",
    )  # fmt: skip
    # uvicorn tells a cycle by it that the client has gone; here nobody waits for that.
    message_event: Final = asyncio.Event()
    task: asyncio.Task[None] | None

    def __init__(self, found: Any, scope: Scope, *, keep_alive: bool) -> None:
        self.found = found
        self.scope = scope
        self.keep_alive = keep_alive
        self.body = b""
        self.more_body = True
        self.response_started = self.response_complete = self.disconnected = False
        self.task = None


class Answers:
    """Chooses the requests of the short way and answers them, one object for all connections.

    Only while `app` is all that is served: with anything around it, as traces are or the farewell
    of a process that leaves, every request goes the long way. Of a body so much is kept as
    `body_max`; of a longer one the rest is not read into memory.
    """

    def __init__(self, app: ASGIApp, body_max: int) -> None:
        self.app = app
        self.body_max = body_max

    def find(self, way: "ShortWay") -> Any | None:
        """What answers the request whose head has just arrived; None: the long way."""
        raise NotImplementedError

    def begin(self, way: "ShortWay", exchange: Exchange) -> None:
        """Answer a request that is here whole, with `way.end`."""
        raise NotImplementedError

    def lost(self, exchange: Exchange) -> None:
        """The client of a request that had been found is gone before it was whole."""


class ShortWay(HttpToolsProtocol):
    """uvicorn's protocol with a short way for the requests that `answers` chooses."""

    _exchange: Exchange | None = None
    _idle_since = 0.0
    cycle: Any
    scope: Any
    transport: Any  # a JoinedTransport, which has what uvicorn needs

    def __init__(self, answers: Answers, **uvicorns: Any) -> None:
        super().__init__(**uvicorns)
        self._answers = answers

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(JoinedTransport(transport, self.loop))  # type: ignore[arg-type]

    def end(self, exchange: Exchange, answer: bytes) -> None:
        """Send the answer, and turn to what comes next on the connection."""
        exchange.response_complete = True
        self.tasks.discard(exchange.task)
        if exchange.disconnected or self.transport.is_closing():
            return
        self.transport.write(answer)
        if not exchange.keep_alive:
            self.transport.close()
        self.on_response_complete()

    def take_long_way(self, exchange: Exchange, app: ASGIApp) -> None:
        """Let `app` answer a request that is here whole, as uvicorn would have from the start."""
        cycle = RequestResponseCycle(
            scope=cast("Any", exchange.scope),
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=self.access_log,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=False,
            keep_alive=exchange.keep_alive,
            on_response=self.on_response_complete,
        )
        cycle.body += exchange.body
        cycle.more_body = False
        cycle.disconnected = exchange.disconnected
        cycle.message_event.set()
        if self.cycle is exchange:
            self.cycle = cycle
        self._start_asgi_task(cycle, app)  # type: ignore[arg-type]

    def asked_path(self) -> str:
        """The path as the application would see it."""
        path = self.url.partition(b"?")[0].decode("latin-1")
        return unquote(path) if "%" in path else path

    def on_headers_complete(self) -> None:
        # Trailers come as further headers. They must not pass for headers (RFC 9110 §6.5.1): a
        # proxy in front of us has checked those alone, X-Forwarded-For above all.
        found = self._answers.find(self) if self._is_plain() else None
        if found is None:
            self._exchange = None
            super().on_headers_complete()
            self.headers = []
            return
        keep_alive = self.parser.get_http_version() != "1.0" and self.parser.should_keep_alive()
        self._exchange = Exchange(found, self.scope, keep_alive=keep_alive)
        self.cycle = self._exchange
        self.headers = []

    # uvicorn makes and ends a timer for each answer; here a connection has one, which looks again.

    def on_response_complete(self) -> None:
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())
            return
        self._idle_since = self.loop.time()
        if self.timeout_keep_alive_task is None:
            self._look_in(self.timeout_keep_alive)

    def _look_in(self, seconds: float) -> None:
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self._end_if_idle)

    def _end_if_idle(self) -> None:
        self.timeout_keep_alive_task = None
        if self.cycle is not None and not self.cycle.response_complete:
            return  # its answer looks again
        left = self._idle_since + self.timeout_keep_alive - self.loop.time()
        if left > 0:
            self._look_in(left)
        else:
            self.timeout_keep_alive_handler()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.timeout_keep_alive_task is not None:
            self.timeout_keep_alive_task.cancel()
        if self._exchange is not None and self._exchange.more_body:
            self._answers.lost(self._exchange)
        super().connection_lost(exc)

    def _unset_keepalive_if_required(self) -> None:
        """Something has come."""
        self._idle_since = self.loop.time()

    def _is_plain(self) -> bool:
        busy = self.cycle is not None and not self.cycle.response_complete
        # Whoever does not take the answers before gets no more, until the long way has waited.
        odd = self.expect_100_continue or self.parser.should_upgrade() or self.flow.write_paused
        return self.app is self._answers.app and not (busy or odd)

    def on_body(self, body: bytes) -> None:
        exchange = self._exchange
        if exchange is None:
            super().on_body(body)
        elif len(exchange.body) <= self._answers.body_max:
            exchange.body = exchange.body + body if exchange.body else body
        else:
            # What is enough for the refusal is enough.
            exchange.keep_alive = False

    def on_message_complete(self) -> None:
        exchange = self._exchange
        if exchange is None:
            super().on_message_complete()
        else:
            exchange.more_body = False
            self._answers.begin(self, exchange)
