"""The short way for hot routes through the HTTP server: one task and one write per request.

ASGI's messages, its two writes per answer (each of which wakes the client) and uvicorn's cycle
cost more than all our own work for a charge. Everything that is not a plain hot request goes
uvicorn's way, where the same routes are answered by the application.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import unquote

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from ledger_service.api.hot import Found, HotRoutes
from shared.server import Farewell

_HEAD: Final = b"%bcontent-type: application/json\r\ncontent-length: %d\r\nx-request-id: %b\r\n"


class _Exchange:
    """A hot request under way, in the place of uvicorn's cycle: it has what uvicorn looks at."""

    __slots__ = (
        "body", "disconnected", "found", "keep_alive", "more_body", "response_complete", "task",
    )  # fmt: skip
    task: asyncio.Task[None]
    # uvicorn tells a cycle by it that the client has gone; a hot request is done all the same.
    message_event: Final = asyncio.Event()

    def __init__(self, found: Found, *, keep_alive: bool) -> None:
        self.found = found
        self.keep_alive = keep_alive
        self.body = b""
        self.more_body = True
        self.response_complete = False
        self.disconnected = False


class HotProtocol(HttpToolsProtocol):
    """uvicorn's protocol for HotRoutes; with anything around them, as traces are, the long way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._hot: HotRoutes = self.config.app  # type: ignore[assignment]
        self._short = isinstance(self._hot, HotRoutes)
        self._exchange: _Exchange | None = None

    def on_headers_complete(self) -> None:
        found = self._found()
        if found is None:
            self._exchange = None
            super().on_headers_complete()
            return
        keep_alive = self.parser.get_http_version() != "1.0" and self.parser.should_keep_alive()
        self._exchange = _Exchange(found, keep_alive=keep_alive)
        self.cycle = self._exchange  # type: ignore[assignment]

    def _found(self) -> Found | None:
        busy = self.cycle is not None and not self.cycle.response_complete
        if busy or self.expect_100_continue or self.parser.should_upgrade():
            return None
        if not self._short or isinstance(self.app, Farewell):
            return None  # the long way says goodbye
        path = self.url.partition(b"?")[0].decode("latin-1")
        if "%" in path:
            path = unquote(path)
        return self._hot.find(self.parser.get_method().decode("ascii"), path)

    def on_body(self, body: bytes) -> None:
        exchange = self._exchange
        if exchange is None:
            super().on_body(body)
        elif len(exchange.body) <= self._hot.limit_bytes:
            exchange.body = exchange.body + body if exchange.body else body
        else:
            # What is enough for the refusal is enough; the rest is not read into memory.
            exchange.keep_alive = False

    def on_message_complete(self) -> None:
        exchange = self._exchange
        if exchange is None:
            super().on_message_complete()
            return
        exchange.task = self.loop.create_task(self._answer(exchange, self.headers))
        self.tasks.add(exchange.task)

    async def _answer(self, exchange: _Exchange, given: Sequence[tuple[bytes, bytes]]) -> None:
        reply = await self._hot.reply(exchange.found, given, exchange.body)
        answer = _HEAD % (STATUS_LINE[reply.status], len(reply.body), reply.request_id)
        for header in reply.refusing:
            answer += b"%b: %b\r\n" % header
        answer += b"\r\n" if exchange.keep_alive else b"connection: close\r\n\r\n"
        # What is answered in one turn of the loop (all of a batch) is written at its end: the first
        # write wakes a client that sleeps, which costs as much as the answer, and finds it awake
        # for the rest.
        ready = self._hot.ready
        if not ready:
            self.loop.call_soon(_write, ready)
        ready.append((self, exchange, answer + reply.body))

    def end(self, exchange: _Exchange, answer: bytes) -> None:
        """Send the answer of a hot request, and turn to what comes next on the connection."""
        exchange.response_complete = True
        self.tasks.discard(exchange.task)
        if exchange.disconnected:
            return
        self.transport.write(answer)
        if not exchange.keep_alive:
            self.transport.close()
        self.on_response_complete()


def _write(ready: list[tuple[HotProtocol, _Exchange, bytes]]) -> None:
    answers = ready.copy()
    ready.clear()
    for protocol, exchange, answer in answers:
        protocol.end(exchange, answer)
