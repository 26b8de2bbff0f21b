"""Plain ASGI in front of FastAPI: finds the route, asks who calls, passes on or refuses.

FastAPI's router costs more than the whole rest of a passage, so it only sees our own routes.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import structlog
from starlette.requests import Request
from starlette.responses import Response

from gateway.api import metered, proxy
from gateway.api.authenticate import Authenticator, Caller
from gateway.api.first_sight import ask_again
from gateway.api.identify import identify, identify_at_once
from gateway.api.safety import Safety
from gateway.api.visit import Visit
from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import ClientGone, UpstreamError
from gateway.clients.http1.pool import Upstream
from gateway.clients.newcomers import Newcomers
from gateway.domain.addresses import Network
from gateway.domain.headers import Header, is_small
from gateway.domain.routing import Route, RouteTable
from shared.auth import HEADER
from shared.http import render
from shared.problems import Malformed, MethodNotAllowed, NotFound, Problem
from shared.telemetry import (
    ASGIApp,
    Message,
    Receive,
    Scope,
    Send,
    ToldError,
    count,
    tell,
    trace_parent,
)

_IDENTITY: Final = HEADER.encode()
_NOT_FOUND: Final = 404
_SERVER_ERROR: Final = 500
CLIENT_CLOSED: Final = 499  # as nginx counts it; nobody reads the answer
log = structlog.get_logger("door")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the door works with; made once per process."""

    api: ASGIApp
    table: RouteTable
    authenticator: Authenticator
    upstreams: dict[str, Upstream]
    safety: Safety
    newcomers: Newcomers
    models: metered.Metered
    page_refusal: Callable[[Request, Problem], Response]
    trusted: tuple[Network, ...]
    body_limit: int


class Door:
    """The application that the server runs."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._in = surroundings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            if scope["method"] == "HEAD":
                # Asked as GET; the server leaves off the body, because it knows what came in.
                scope = {**scope, "method": "GET"}
            await self._visit(Visit(scope, self._in.trusted), scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._in.api(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1000})

    async def _visit(self, visit: Visit, scope: Scope, receive: Receive, send: Send) -> None:
        token = trace_parent.set(visit.parent)
        try:
            if visit.sent is not None and visit.route is not None:
                await self._pass(visit, visit.route, scope, receive, send)
            else:
                await self._serve(visit, scope, receive, send)
        except Problem as problem:
            await self._refuse(visit, problem, scope, receive, send)
        except ClientGone:
            visit.status = CLIENT_CLOSED
        except UpstreamError as error:
            # The answer had begun: only a broken connection tells the caller that it is not whole.
            log.warning("answer_cut", route=visit.route and visit.route.path, error=repr(error))
            raise ToldError from error
        except ToldError:
            raise
        except Exception as error:
            log.exception("unhandled", error=type(error).__name__)
            if visit.answered:
                raise ToldError from error
            await self._refuse(visit, Problem("Internal error"), scope, receive, send)
        finally:
            self.record(visit)
            trace_parent.reset(token)

    async def _serve(self, visit: Visit, scope: Scope, receive: Receive, send: Send) -> None:
        around = self._in
        if scope["http_version"] == "0.9":
            raise Malformed("The request names no version of HTTP")
        if visit.hosts != 1 and (visit.hosts or scope["http_version"] == "1.1"):
            # RFC 9112 §3.2: whoever asks in between may have looked at another one.
            raise Malformed("The request needs one Host")
        if visit.method == "OPTIONS":
            await self._preflight(visit, scope, receive, send)
            return
        route = visit.route = around.table.find(visit.method, scope["path"])
        if route is None:
            raise _no_route(self._in.table, scope["path"])
        caller = await identify(route, visit.method, scope["headers"], around.authenticator)
        if caller is not None:
            self._introduce(visit, caller)
        if route.service == "gateway":
            await self._own(visit, caller, scope, receive, send)
        elif route.service == "models":
            await around.models(route, scope, receive, self._dressed(visit, send))
        else:
            await self._pass(visit, route, scope, receive, send)

    async def _pass(
        self, visit: Visit, route: Route, scope: Scope, receive: Receive, send: Send
    ) -> None:
        around = self._in
        upstream = around.upstreams[route.service]
        limit = route.body_limit_bytes or around.body_limit
        passage = proxy.Passage(
            route, scope, receive, visit.added, self.answer_added(visit), limit, visit.user
        )
        try:
            if visit.sent is None:
                await passage.read_first()
            else:
                passage.body = visit.body
            connection = await self._ask(visit, passage, upstream)
            if connection.status == _NOT_FOUND and route.first_sight:
                connection = await ask_again(around.newcomers, passage, upstream, connection)
            try:
                visit.status = connection.status
                visit.answered = True
                await proxy.pass_back(passage, upstream, connection, send)
            finally:
                upstream.finish(connection)
        finally:
            passage.done()

    async def _ask(self, visit: Visit, passage: proxy.Passage, upstream: Upstream) -> Connection:
        try:
            return await proxy.ask(passage, upstream, visit.sent)
        except BaseException:
            if visit.sent is not None:
                upstream.discard(visit.sent)
            raise

    def _introduce(self, visit: Visit, caller: Caller) -> None:
        """The service learns by the signed identity who calls."""
        visit.added.append((_IDENTITY, self._in.authenticator.identity(caller)))
        if caller.principal.kind == "user":
            visit.user = caller.principal.id

    # The short way: gateway.api.short_way.

    def at_once(self, scope: Scope) -> tuple[Visit, Upstream] | None:
        """A visit that a service can be asked about now; None where something must be found out."""
        around = self._in
        route = around.table.find(scope["method"], scope["path"])
        upstream = around.upstreams.get(route.service) if route is not None else None
        if route is None or upstream is None:
            return None
        limit = min(route.body_limit_bytes or around.body_limit, proxy.BODY_AT_HAND_MAX)
        known, caller = identify_at_once(route, scope["headers"], around.authenticator)
        visit = Visit(scope, around.trusted)
        if not known or visit.hosts != 1 or not is_small(scope["headers"], limit):
            return None
        visit.route = route
        if caller is not None:
            self._introduce(visit, caller)
        return visit, upstream

    def resumed(self, visit: Visit) -> ASGIApp:
        """The application that goes on with a visit whose service was asked."""

        async def go_on(scope: Scope, receive: Receive, send: Send) -> None:
            await self._visit(visit, scope, receive, send)

        return go_on

    async def _own(
        self, visit: Visit, caller: Caller | None, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """A route of the gateway itself: FastAPI sees the headers that a service would see."""
        dropped = {name for name, _ in visit.added} | {_IDENTITY}
        kept = [header for header in scope["headers"] if header[0] not in dropped]
        inner = {**scope, "headers": [*kept, *visit.added], "owc_caller": caller}
        await self._in.api(inner, receive, self._dressed(visit, send))
        visit.route = None  # counted by the application

    def _dressed(self, visit: Visit, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                visit.answered = True
                visit.status = message["status"]
                present = {name for name, _ in message["headers"]}
                added = [h for h in self.answer_added(visit) if h[0] not in present]
                message["headers"] = [*message["headers"], *added]
            await send(message)

        return send_with_headers

    async def _preflight(self, visit: Visit, scope: Scope, receive: Receive, send: Send) -> None:
        methods = self._in.table.methods(scope["path"])
        if not methods:
            raise _no_route(self._in.table, scope["path"])
        response = Response(status_code=204, headers={"Allow": ", ".join(methods)})
        response.raw_headers.extend(self._in.safety.preflight(visit.origin))
        await response(scope, receive, self._dressed(visit, send))

    async def _refuse(
        self, visit: Visit, problem: Problem, scope: Scope, receive: Receive, send: Send
    ) -> None:
        visit.status = problem.status
        route = visit.route
        if route is not None and route.page:
            response = self._in.page_refusal(Request(scope), problem)
        elif route is not None and route.service == "models":
            response = metered.refusal(problem)
        else:
            response = render(problem)
        await response(scope, receive, self._dressed(visit, send))

    def answer_added(self, visit: Visit) -> list[Header]:
        added = [*self._in.safety.headers, (b"x-request-id", visit.trace_id.encode("ascii"))]
        if visit.origin is not None:
            added.extend(self._in.safety.cross_origin(visit.origin))
        return added

    def record(self, visit: Visit) -> None:
        """Count the request and tell of it, unless the application has."""
        route = visit.route
        if route is None:
            return
        seconds = time.perf_counter() - visit.started
        count("gateway", visit.method, route.template, visit.status, seconds)
        if visit.status >= _SERVER_ERROR or not route.path.startswith("/health"):
            tell(visit.method, route.template, visit.status, seconds, user_id=visit.user)


def _no_route(table: RouteTable, path: str) -> Problem:
    methods = table.methods(path)
    if methods:
        return MethodNotAllowed("Method Not Allowed", headers={"Allow": ", ".join(methods)})
    return NotFound("Not Found")
