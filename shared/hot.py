"""The routes that are called for every chat turn: plain ASGI and msgspec beside FastAPI.

A route is declared once, with its request and answer as structs; it is dispatched before
FastAPI's router (which costs about 120 µs a request) and documented in the same OpenAPI.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, cast

import msgspec
from fastapi import FastAPI

from shared import codec
from shared.auth import ANONYMOUS, HEADER, IdentityVerifier, Kind, Principal, require
from shared.http import render
from shared.problems import Invalid, Malformed, Problem
from shared.telemetry import ASGIApp, Receive, Scope, Send

BodyT = TypeVar("BodyT")
_IDENTITY: Final = HEADER.encode()
_IDEMPOTENCY: Final = b"idempotency-key"
_KEY_LENGTH_MAX: Final = 255


@dataclass(frozen=True, slots=True)
class Call(Generic[BodyT]):
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
    refusals: tuple[int, ...] = (401, 403, 404, 422, 503)


def _field_of(error: msgspec.ValidationError) -> tuple[str, str]:
    text = str(error)
    message, _, path = text.partition(" - at `$")
    field = path.strip(".`[]").replace("[", ".").replace("]", "") if path else ""
    missing = re.search(r"missing required field `(\w+)`", message)
    return (missing.group(1) if missing else field), message


class HotRoutes:
    """ASGI middleware that answers the hot routes and passes on everything else."""

    def __init__(self, app: ASGIApp, routes: Iterable[HotRoute], api: FastAPI) -> None:
        self._app = app
        self._api = api
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
            self._patterns.append((re.compile(f"{route.method} {pattern}"), route))
        else:
            self._exact[route.method, route.path] = route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self._find(scope) if scope["type"] == "http" else None
        if found is None:
            await self._app(scope, receive, send)
            return
        route, parameter = found
        scope["route_name"] = route.path
        try:
            answer = await self._answer(route, parameter, scope, receive)
        except Problem as problem:
            await render(problem)(scope, receive, send)
            return
        body = codec.encode(answer)
        await send(
            {
                "type": "http.response.start",
                "status": route.status,
                "headers": [
                    (b"content-type", b"application/json"),
                    (b"content-length", str(len(body)).encode()),
                ],
            }
        )
        await send({"type": "http.response.body", "body": body})

    def _find(self, scope: Scope) -> tuple[HotRoute, str] | None:
        exact = self._exact.get((scope["method"], scope["path"]))
        if exact is not None:
            return exact, ""
        target = f"{scope['method']} {scope['path']}"
        for pattern, route in self._patterns:
            match = pattern.fullmatch(target)
            if match:
                return route, match.group(1)
        return None

    async def _answer(
        self, route: HotRoute, parameter: str, scope: Scope, receive: Receive
    ) -> msgspec.Struct:
        token = key = None
        for name, value in scope["headers"]:
            if name == _IDENTITY:
                token = value.decode("latin-1")
            elif name == _IDEMPOTENCY:
                key = value.decode("latin-1")
        verifier = cast("IdentityVerifier", self._api.state.identity)
        principal = require(verifier.verify(token) if token else ANONYMOUS, route.may)
        if key is not None and not 0 < len(key) <= _KEY_LENGTH_MAX:
            raise Invalid("Idempotency-Key", "must have 1 to 255 characters", where="header")
        body = None
        if route.body is not None:
            body = self._decode(route.path, await _read(receive))
        return await route.handler(self._api.state, Call(principal, parameter, body, key))

    def _decode(self, path: str, raw: bytes) -> Any:
        try:
            codec.refuse_unstorable(raw)
            return self._decoders[path].decode(raw)
        except msgspec.ValidationError as error:
            field, message = _field_of(error)
            raise Invalid(field, message) from None
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            raise Malformed(f"The body is not valid JSON: {error}") from None


async def _read(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    parts = [body]
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
    return b"".join(parts)


def document(api: FastAPI, routes: Iterable[HotRoute]) -> None:
    """Add the hot routes to the application's OpenAPI."""
    routes = tuple(routes)
    structs = [t for route in routes for t in (route.body, route.answer) if t is not None]
    built = FastAPI.openapi

    def openapi() -> dict[str, Any]:
        if api.openapi_schema is None:
            schema = built(api)
            template = "#/components/schemas/{name}"
            _, components = msgspec.json.schema_components(structs, ref_template=template)
            parts = schema.setdefault("components", {}).setdefault("schemas", {})
            parts.update(components)
            for route in routes:
                path = re.sub(r":path\}", "}", route.path)
                schema["paths"].setdefault(path, {})[route.method.lower()] = _operation(route)
        return cast("dict[str, Any]", api.openapi_schema)

    api.openapi = openapi  # type: ignore[method-assign]


def _operation(route: HotRoute) -> dict[str, Any]:
    def content(struct: type[msgspec.Struct]) -> Mapping[str, Any]:
        ref = {"$ref": f"#/components/schemas/{struct.__name__}"}
        return {"application/json": {"schema": ref}}

    problem = {"application/json": {"schema": {"type": "object", "required": ["detail", "type"]}}}
    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": re.sub(r"\W+", "_", f"{route.method}_{route.path}").lower(),
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"\{(\w+)", route.path)
        ],
        "responses": {
            str(route.status): {"description": "Done", "content": content(route.answer)},
            **{
                str(code): {"description": "Refused", "content": problem} for code in route.refusals
            },
        },
    }
    if route.body is not None:
        operation["requestBody"] = {"required": True, "content": content(route.body)}
        key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
        operation["parameters"].append(key)
    return operation
