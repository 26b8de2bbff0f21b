"""The short way of a request to its service and back: no task, no waiting, two writes.

It is taken while nothing has to be waited for: the caller is known, the request is here, a
connection stands idle, and the answer comes soon and in one piece. Where that ends, the door goes
on with what is under way, on the long way.
"""

from functools import partial
from typing import Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from gateway.api.door import CLIENT_CLOSED, Door
from gateway.api.proxy import BODY_AT_HAND_MAX, headers_back, outgoing
from gateway.api.visit import Visit
from gateway.clients.http1.connection import Connection
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import Header
from shared.problems import Problem
from shared.short_way import Answers, Exchange, ShortWay
from shared.telemetry import trace_parent

_NOT_FOUND: Final = 404
_METHODS: Final = frozenset({b"GET", b"POST", b"PUT", b"PATCH", b"DELETE"})
_VERSIONS: Final = frozenset({"1.0", "1.1"})
_NO_BODY: Final = frozenset({204, 304})


class DoorAnswers(Answers):
    """Whatever passes to a service as it is."""

    def __init__(self, door: Door) -> None:
        super().__init__(door, BODY_AT_HAND_MAX)
        self._door = door

    def find(self, way: ShortWay) -> tuple[Visit, Upstream] | None:
        method, url = way.parser.get_method(), way.url
        # Of these addresses uvicorn's own parser makes something else than what stands there.
        odd = url[:1] != b"/" or url[:2] == b"//" or b"#" in url or not url.isascii()
        if odd or method not in _METHODS or way.parser.get_http_version() not in _VERSIONS:
            return None
        scope = way.scope
        scope["method"], scope["path"] = method.decode("ascii"), way.asked_path()
        scope["raw_path"], _, scope["query_string"] = url.partition(b"?")
        try:
            return self._door.at_once(scope)
        except Problem:
            return None  # the long way refuses

    def lost(self, exchange: Exchange) -> None:
        self._record(exchange.found[0], CLIENT_CLOSED)

    def _record(self, visit: Visit, status: int) -> None:
        visit.status = status
        token = trace_parent.set(visit.parent)
        self._door.record(visit)
        trace_parent.reset(token)

    def begin(self, way: ShortWay, exchange: Exchange) -> None:
        visit, upstream = exchange.found
        try:
            request = _request(visit, upstream, exchange)
            connection = upstream.take_idle()
        except Problem:
            connection = None  # the long way refuses
        if connection is None:
            way.take_long_way(exchange, self._door)
            return
        visit.sent, visit.body = upstream.send(connection, request), exchange.body
        connection.on_event = partial(self._heard, way, exchange)
        connection.on_slow = partial(self._go_on, way, exchange)

    def _heard(self, way: ShortWay, exchange: Exchange, connection: Connection) -> None:
        """Something of the answer has come, or the end of the connection."""
        if not connection.has_begun:
            return
        visit, upstream = exchange.found
        is_odd = connection.error is not None or connection.status not in STATUS_LINE
        is_looked_up = connection.status == _NOT_FOUND and visit.route.first_sight
        body = None if is_odd or is_looked_up else connection.whole()
        if body is None:
            self._go_on(way, exchange, connection)
            return
        connection.on_event = connection.on_slow = None
        headers = headers_back(connection, upstream, self._door.answer_added(visit))
        status = connection.status
        upstream.finish(connection)
        way.end(exchange, _answer(status, headers, body, exchange))
        self._record(visit, status)

    def _go_on(self, way: ShortWay, exchange: Exchange, connection: Connection) -> None:
        """The long way from here: it waits, streams, asks again or refuses."""
        connection.on_event = connection.on_slow = None
        way.take_long_way(exchange, self._door.resumed(exchange.found[0]))


def _request(visit: Visit, upstream: Upstream, exchange: Exchange) -> Request:
    body, route = exchange.body, visit.route
    assert route is not None  # noqa: S101 - a visit on the short way has one
    length = (b"content-length", b"%d" % len(body)) if body or visit.method != "GET" else None
    head = outgoing(exchange.scope, upstream, visit.added, length)
    return Request(head=head, body=body, first_byte_s=route.timeout_s)


def _answer(status: int, headers: list[Header], body: bytes, to: Exchange) -> bytes:
    parts = [STATUS_LINE[status]]
    has_length = status in _NO_BODY
    for name, value in headers:
        parts += (name, b": ", value, b"\r\n")
        has_length |= name == b"content-length"
    if not has_length:
        parts.append(b"content-length: %d\r\n" % len(body))
    parts += (b"\r\n" if to.keep_alive else b"connection: close\r\n\r\n", body)
    return b"".join(parts)
