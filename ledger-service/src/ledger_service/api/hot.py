"""The routes that are called for every chat turn: plain ASGI and msgspec beside FastAPI.

A route is declared once, with its request and answer as structs; it is dispatched before
FastAPI's router (which costs about 120 µs a request) and documented in the same OpenAPI.
"""

import re
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, cast

import msgspec
import structlog
from fastapi import FastAPI

from shared import codec
from shared.auth import ANONYMOUS, HEADER, IdentityVerifier, Kind, Principal, require
from shared.http import refusals
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


Handler = Callable[[Any, Call[Any]], Awaitable[msgspec.Struct]]


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
Reply = tuple[int, Headers, bytes]


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
        self, api: FastAPI, service: str, routes: Sequence[HotRoute], limit_bytes: int
    ) -> None:
        self.api = api
        self._service = service
        self.limit_bytes = limit_bytes
        self.ready: list[Any] = []  # answers that wait for the end of the loop's turn
        self._exact: dict[tuple[str, str], HotRoute] = {}
        self._patterns: list[tuple[re.Pattern[str], HotRoute]] = []
        self._decoders: dict[str, Any] = {}
        for route in routes:
            self._add(route)
        _document(api, routes)

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
        status, headers, answer = await self.reply(found, scope["headers"], body)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    async def reply(self, found: Found, headers: Headers, body: bytes) -> Reply:
        """Answer a request that `find` found; refusals are answers too."""
        started = time.perf_counter()
        route, parameter = found
        given = _Given(headers)
        token = trace_parent.set(accepted(given.traceparent))
        try:
            status, answer, refused = await self._outcome(route, parameter, given, body)
            own = [
                (b"content-type", b"application/json"),
                (b"content-length", b"%d" % len(answer)),
                (b"x-request-id", trace_id().encode()),
                *refused,
            ]
        finally:
            trace_parent.reset(token)
        count(self._service, route.method, route.path, status, time.perf_counter() - started)
        return status, own, answer

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
        verifier = cast("IdentityVerifier", self.api.state.identity)
        identity = given.identity
        principal = require(verifier.verify(identity) if identity else ANONYMOUS, route.may)
        key = given.idempotency_key
        if key is not None and not 0 < len(key) <= _KEY_LENGTH_MAX:
            raise Invalid("Idempotency-Key", "must have 1 to 255 characters", where="header")
        if "\x00" in parameter:
            raise Malformed("The address must not contain the NUL character")
        parsed = None if route.body is None else self._decode(route.path, body)
        return await route.handler(self.api.state, Call(principal, parameter, parsed, key))

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


def _document(api: FastAPI, routes: Sequence[HotRoute]) -> None:
    """Add the hot routes to the application's OpenAPI."""
    structs = [t for route in routes for t in (route.body, route.answer) if t is not None]
    built = FastAPI.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            schema = built(api)
            template = "#/components/schemas/{name}"
            _, components = msgspec.json.schema_components(structs, ref_template=template)
            _as_numbers(components)
            parts = schema.setdefault("components", {}).setdefault("schemas", {})
            parts.update(components)
            for route in routes:
                path = re.sub(r":path\}", "}", route.path)
                schema["paths"].setdefault(path, {})[route.method.lower()] = _operation(route)
        return cast("dict[str, Any]", api.openapi_schema)

    api.openapi = openapi  # type: ignore[method-assign]


def _as_numbers(schema: Any) -> None:
    """Decimals travel as JSON numbers, in requests and answers (shared.codec)."""
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            del schema["format"]
            schema["type"] = "number"
        for part in schema.values():
            _as_numbers(part)
    elif isinstance(schema, list):
        for part in schema:
            _as_numbers(part)


def _operation(route: HotRoute) -> dict[str, Any]:
    def content(struct: type[msgspec.Struct]) -> Mapping[str, Any]:
        ref = {"$ref": f"#/components/schemas/{struct.__name__}"}
        return {"application/json": {"schema": ref}}

    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": re.sub(r"\W+", "_", f"{route.method}_{route.path}").lower(),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"\{(\w+)", route.path)
        ],
        "responses": {
            str(route.status): {"description": "Done", "content": content(route.answer)},
            **{str(status): how for status, how in refusals(*route.refusals).items()},
        },
    }
    if route.body is not None:
        operation["requestBody"] = {"required": True, "content": content(route.body)}
        key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
        operation["parameters"].append(key)
    return operation
