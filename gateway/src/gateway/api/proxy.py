"""Passes a request on to its service and the answer back, both as a stream.

Owns no rule: who may ask and where it goes was decided before.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import (
    ClientGone,
    ClientStalled,
    UpstreamAway,
    UpstreamBroke,
    UpstreamError,
    UpstreamNonsense,
    UpstreamTimedOut,
)
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import Header, answer_headers, framing, request_head
from gateway.domain.routing import Route, is_idempotent
from shared import codec
from shared.problems import (
    BadGateway,
    GatewayTimeout,
    Problem,
    RequestTimeout,
    TooLarge,
    Unavailable,
)
from shared.telemetry import Receive, Scope, Send

BODY_AT_HAND_MAX: Final = 65_536
_BODILESS: Final = frozenset({"GET", "HEAD"})
_REDIRECTS: Final = range(300, 400)


@dataclass(slots=True)
class Passage:
    """One request on its way through."""

    route: Route
    scope: Scope
    receive: Receive
    added: list[Header]
    answer_added: list[Header]
    body_limit: int
    user: str = ""  # who calls, if it is a user of Open WebUI
    body: bytes = b""
    whole: bool = True
    gone: bool = False
    connection: Connection | None = None
    watcher: asyncio.Task[None] | None = None

    async def read_first(self) -> None:
        """Take what has arrived of the body; small bodies are whole by then."""
        length, chunked = framing(self.scope["headers"])
        if length is not None and length > self.body_limit:
            raise _too_large(self.body_limit)
        if not length and not chunked:
            return
        self.whole = False
        while not self.whole and len(self.body) <= BODY_AT_HAND_MAX:
            await self._read_more(length)
            if length is None or length > BODY_AT_HAND_MAX:
                return

    async def _read_more(self, length: int | None) -> None:
        message = await self.receive()
        if message["type"] == "http.disconnect":
            raise ClientGone("before the body ended")
        self.body += message.get("body", b"")
        self.whole = not message.get("more_body", False)
        if len(self.body) > self.body_limit or (length is not None and len(self.body) > length):
            raise _too_large(self.body_limit)

    @property
    def repeatable(self) -> bool:
        """Whether asking twice does what asking once does: by nature, or by an idempotency key."""
        return (
            self.route.repeatable
            or is_idempotent(self.scope["method"])
            or any(name == b"idempotency-key" for name, _ in self.scope["headers"])
            or (self.whole and _names_a_key(self.body))
        )

    def request(self, upstream: Upstream) -> Request:
        """The exchange to make of it."""
        length: Header | None = (b"content-length", b"%d" % len(self.body))
        if not self.whole:
            told = framing(self.scope["headers"])[0]
            chunked = (b"transfer-encoding", b"chunked")
            length = chunked if told is None else (b"content-length", b"%d" % told)
        elif not self.body and self.scope["method"] in _BODILESS:
            length = None
        return Request(
            head=outgoing(self.scope, upstream, self.added, length),
            body=self.body if self.whole else b"",
            heads_only=self.scope["method"] == "HEAD",
            repeatable=self.repeatable,
            first_byte_s=self.route.timeout_s,
            more=None if self.whole else self._send_rest,
            on_slow=self._watch if self.whole else None,
        )

    async def _send_rest(self, connection: Connection) -> None:
        """Stream the body as the caller sends it and as the service takes it."""
        length, _ = framing(self.scope["headers"])
        frame = _plain if length is not None else _chunk
        sent, data, more = 0, self.body, True
        while True:
            sent += len(data)
            if sent > self.body_limit:
                connection.abort(_TooMuch())
                return
            if data:
                connection.write(frame(data))
                await connection.drain()
            if not more:
                break
            message = await self.receive()
            if message["type"] == "http.disconnect":
                raise ClientGone("before the body ended")
            connection.deadline = asyncio.get_running_loop().time() + connection.idle_timeout_s
            data, more = message.get("body", b""), message.get("more_body", False)
        if length is None:
            connection.write(b"0\r\n\r\n")
        self._watch(connection)

    def _watch(self, connection: Connection) -> None:
        """From now on notice when the caller leaves; short exchanges never come to this."""
        self.connection = connection
        if self.watcher is None:
            self.watcher = asyncio.get_running_loop().create_task(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.gone = True
        if self.connection is not None:
            self.connection.abort(ClientGone("while it was answered"))

    def done(self) -> None:
        if self.watcher is not None:
            self.watcher.cancel()


def outgoing(
    scope: Scope, upstream: Upstream, added: Sequence[Header], length: Header | None
) -> bytes:
    """The head of the request to the service; `length` is how its body is framed."""
    target: bytes = scope["raw_path"]
    if scope["query_string"]:
        target += b"?" + scope["query_string"]
    own = [(b"host", upstream.host_header), *added]
    if length is not None:
        own.append(length)
    return request_head(scope["method"], target, scope["headers"], own)


def _names_a_key(body: bytes) -> bool:
    """Charges and holds may carry their key in the body, as older functions send it."""
    if b'"idempotency_key"' not in body:
        return False
    try:
        content = codec.decode(body)
    except ValueError:
        return False
    return isinstance(content, dict) and bool(content.get("idempotency_key"))


class _TooMuch(UpstreamError):  # noqa: N818
    """The body grew over its limit while it was passed on."""


def _plain(data: bytes) -> bytes:
    return data


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The request body must not exceed {limit} bytes")


async def ask(passage: Passage, upstream: Upstream, sent: Connection | None = None) -> Connection:
    """The connection on which the head of the answer has arrived; a Problem where none came.

    `sent` is the connection on which the request is on its way already.
    """
    if passage.gone:
        raise ClientGone("before it was asked again")
    try:
        return await upstream.exchange(passage.request(upstream), sent)
    except _TooMuch:
        raise _too_large(passage.body_limit) from None
    except UpstreamAway as error:
        raise Unavailable(
            f"The {passage.route.service} service is not reachable", slug="upstream-away"
        ) from error
    except UpstreamTimedOut as error:
        raise GatewayTimeout(
            f"The {passage.route.service} service did not answer in time"
        ) from error
    except ClientStalled as error:
        raise RequestTimeout("The request body did not arrive in time") from error
    except UpstreamBroke as error:
        raise _broken(passage) from error
    except UpstreamNonsense as error:
        raise BadGateway(
            f"The {passage.route.service} service answered nonsense", slug="upstream-nonsense"
        ) from error


def _broken(passage: Passage) -> Problem:
    """A service that died in the middle: whether to ask again depends on what was asked."""
    name = passage.route.service
    if passage.repeatable:
        return Unavailable(f"The {name} service went away", slug="upstream-away")
    return BadGateway(f"The {name} service went away; the outcome is unknown", slug="upstream-away")


async def pass_back(
    passage: Passage, upstream: Upstream, connection: Connection, send: Send
) -> None:
    """Send the answer on, chunk by chunk, at the speed of the caller."""
    headers = headers_back(connection, upstream, passage.answer_added)
    await send({"type": "http.response.start", "status": connection.status, "headers": headers})
    chunk = await connection.chunk()
    while chunk:
        # The last part is sent as the last: one write less for nearly every answer.
        if connection.complete:
            break
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
        chunk = await connection.chunk()
    await send({"type": "http.response.body", "body": chunk})


def headers_back(
    connection: Connection, upstream: Upstream, added: Sequence[Header]
) -> list[Header]:
    """The headers of an answer, as its caller may see them."""
    headers = answer_headers(connection.headers, added)
    return _own_location(headers, upstream) if connection.status in _REDIRECTS else headers


def _own_location(headers: list[Header], upstream: Upstream) -> list[Header]:
    """A redirect of a service leads to its path at this door, not to its own address."""
    origin = b"http://" + upstream.host_header
    return [
        (name, value.removeprefix(origin) or b"/") if name == b"location" else (name, value)
        for name, value in headers
    ]
