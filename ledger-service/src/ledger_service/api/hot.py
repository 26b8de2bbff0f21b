"""The routes that are called for every chat turn: plain ASGI and msgspec beside FastAPI.

A route is declared once, with its request and answer as structs; it is dispatched before
FastAPI's router (which costs about 120 µs a request) and documented in the same OpenAPI.
"""

import re
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, TypeVar

import msgspec
import structlog
from fastapi import FastAPI

from ledger_service.settings import Settings
from ledger_service.store.books import Books
from shared import codec
from shared.auth import ANONYMOUS, HEADER, IdentityVerifier, Kind, Principal, require
from shared.problems import Invalid, Malformed, Problem, TooLarge
from shared.telemetry import (
    Receive,
    Scope,
    Send,
    accepted,
    count,
    trace_id,
    trace_parent,
)

BodyT = TypeVar("BodyT")
log = structlog.get_logger("http")
_IDENTITY: Final = HEADER.encode()
_IDEMPOTENCY: Final = b"idempotency-key"
_KEY_LENGTH_MAX: Final = 255


class Call(msgspec.Struct, Generic[BodyT], frozen=True):
    """One request: who, which path parameter, which body, under which idempotency key."""

    principal: Principal
    parameter: str
    body: BodyT
    idempotency_key: str | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What handlers work with; made once per process."""

    books: Books
    settings: Settings


Handler = Callable[[Surroundings, Call[Any]], Awaitable[msgspec.Struct]]


@dataclass(frozen=True, slots=True)
class HotRoute:
    """`path` may hold one `{parameter}`; `may` lists the kinds of principal that may call."""

    method: str
    path: str
    may: tuple[Kind, ...]
    handler: Handler
    answer: type[msgspec.Struct]
    body: type[msgspec.Struct] | None = None
    status: int = 200
    summary: str = ""
    refusals: tuple[int, ...] = ()  # more than those that every route has
    not_below: tuple[str, ...] = ()  # ends of addresses that belong to other routes


Found = tuple[HotRoute, str]
Headers = Iterable[tuple[bytes, bytes]]


class Reply(NamedTuple):
    """An answer in JSON; `refusing` are the headers that a refusal adds."""

    status: int
    request_id: bytes
    refusing: Headers
    body: bytes

    def headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-type", b"application/json"),
            (b"content-length", b"%d" % len(self.body)),
            (b"x-request-id", self.request_id),
            *self.refusing,
        ]


def _field_of(error: msgspec.ValidationError) -> tuple[str, str]:
    text = str(error)
    message, _, path = text.partition(" - at `$")
    field = path.strip(".`[]").replace("[", ".").replace("]", "") if path else ""
    missing = re.search(r"missing required field `(\w+)`", message)
    return (missing.group(1) if missing else field), message


class HotRoutes:
    """The ASGI application that answers the hot routes and passes on everything else to `api`.

    It stands before all middleware and does for its routes what they do: trace id, metrics,
    body limit, problems.
    """

    def __init__(
        self, api: FastAPI, service: str, routes: Sequence[HotRoute], around: Surroundings
    ) -> None:
        self.api = api
        self._service = service
        self._around = around
        self._identity: IdentityVerifier = api.state.identity
        self.limit_bytes = around.settings.body_limit_bytes
        self._exact: dict[tuple[str, str], HotRoute] = {}
        self._patterns: list[tuple[re.Pattern[str], HotRoute]] = []
        self._decoders: dict[str, Any] = {}
        for route in routes:
            self._add(route)

    def _add(self, route: HotRoute) -> None:
        if route.body is not None:
            self._decoders[route.path] = msgspec.json.Decoder(route.body, strict=False)
        if "{" in route.path:
            # `{id:path}` takes slashes, `{id}` does not.
            pattern = re.sub(r"\\\{\w+:path\\\}", "(.+)", re.escape(route.path))
            pattern = re.sub(r"\\\{\w+\\\}", "([^/]+)", pattern)
            ends = "".join(f"(?<!{re.escape(end)})" for end in route.not_below)
            self._patterns.append((re.compile(f"{route.method} {pattern}{ends}"), route))
        else:
            self._exact[route.method, route.path] = route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self.find(scope["method"], scope["path"]) if scope["type"] == "http" else None
        if found is None:
            await self.api(scope, receive, send)
            return
        body = await self._read(receive)
        reply = await self.reply(found, scope["headers"], body)
        start = {"status": reply.status, "headers": reply.headers()}
        await send({"type": "http.response.start", **start})
        await send({"type": "http.response.body", "body": reply.body})

    async def reply(self, found: Found, headers: Headers, body: bytes) -> Reply:
        """Answer a request that `find` found; refusals are answers too."""
        started = time.perf_counter()
        route, parameter = found
        given = _Given(headers)
        token = trace_parent.set(accepted(given.traceparent))
        try:
            status, answer, refusing = await self._outcome(route, parameter, given, body)
            request_id = trace_id().encode()
        finally:
            trace_parent.reset(token)
        count(self._service, route.method, route.path, status, time.perf_counter() - started)
        return Reply(status, request_id, refusing, answer)

    async def _outcome(
        self, route: HotRoute, parameter: str, given: "_Given", body: bytes
    ) -> tuple[int, bytes, Headers]:
        """Status, body, and the headers of a refusal."""
        try:
            answer = await self._answer(route, parameter, given, body)
            return route.status, codec.encode(answer), ()
        except Problem as refused:
            problem = refused
        except Exception as error:
            # The outermost place of the process: nothing above would answer.
            log.exception("unhandled", route=route.path, error=type(error).__name__)
            problem = Problem("Internal error")
        extra = [(k.lower().encode(), v.encode()) for k, v in problem.headers.items()]
        return problem.status, codec.encode(problem.wire(trace_id())), extra

    def find(self, method: str, path: str) -> Found | None:
        """The route for a request, with its path parameter; None if it is not a hot one."""
        exact = self._exact.get((method, path))
        if exact is not None:
            return exact, ""
        target = f"{method} {path}"
        for pattern, route in self._patterns:
            match = pattern.fullmatch(target)
            if match:
                return route, match.group(1)
        return None

    async def _answer(
        self, route: HotRoute, parameter: str, given: "_Given", body: bytes
    ) -> msgspec.Struct:
        if len(body) > self.limit_bytes:
            raise TooLarge(f"The request body must not exceed {self.limit_bytes} bytes")
        identity = given.identity
        principal = require(self._identity.verify(identity) if identity else ANONYMOUS, route.may)
        key = given.idempotency_key
        if key is not None and not 0 < len(key) <= _KEY_LENGTH_MAX:
            raise Invalid("Idempotency-Key", "must have 1 to 255 characters", where="header")
        if "\x00" in parameter:
            raise Malformed("The address must not contain the NUL character")
        parsed = None if route.body is None else self._decode(route.path, body)
        return await route.handler(self._around, Call(principal, parameter, parsed, key))

    def _decode(self, path: str, raw: bytes) -> Any:
        try:
            codec.refuse_unstorable(raw)
            return self._decoders[path].decode(raw)
        except msgspec.ValidationError as error:
            field, message = _field_of(error)
            raise Invalid(field, message) from None
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise Malformed(f"The body is not valid JSON: {error}") from None

    async def _read(self, receive: Receive) -> bytes:
        """The body, or as much of it as shows that it is too large."""
        message = await receive()
        body: bytes = message.get("body", b"")
        parts, length = [body], len(body)
        while message.get("more_body") and length <= self.limit_bytes:
            message = await receive()
            parts.append(message.get("body", b""))
            length += len(parts[-1])
        return body if len(parts) == 1 else b"".join(parts)


class _Given:
    """The few headers that a hot route looks at, found in one pass."""

    __slots__ = ("idempotency_key", "identity", "traceparent")

    def __init__(self, headers: Headers) -> None:
        self.identity = self.idempotency_key = self.traceparent = None
        for name, value in headers:
            if name == _IDENTITY:
                self.identity = value.decode("latin-1")
            elif name == _IDEMPOTENCY:
                self.idempotency_key = value.decode("latin-1")
            elif name == b"traceparent":
                self.traceparent = value.decode("latin-1")
