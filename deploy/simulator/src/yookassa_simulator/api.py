"""The HTTP door of API v3: reads a request, applies the fault plan around the operation."""

import asyncio
import json
from typing import Any, NoReturn

from aiohttp import web

from yookassa_simulator import faults, timers
from yookassa_simulator.errors import ProviderError, internal, invalid, too_many_requests
from yookassa_simulator.faults import Fault
from yookassa_simulator.journal import Document
from yookassa_simulator.operations import Call, perform
from yookassa_simulator.world import World

WORLD = web.AppKey("world", World)
PREFIX = "/v3"
_BEFORE = ("http", "500_before_effect", "drop_before", "hang", "slow")
_PROCESSING = {
    "type": "processing",
    "description": "Request accepted, but not processed yet. "
    "Retry again with the same Idempotence-Key",
    "retry_after": 1800,
}
_BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>"
_OK = 200


class ConnectionCutError(Exception):
    """The fault plan closed the connection: there is nobody to answer."""


async def serve(request: web.Request) -> web.StreamResponse:
    """Answer one request of API v3."""
    world = request.app[WORLD]
    path = request.path.removeprefix(PREFIX)
    try:
        call = await _read(request, path)
        timers.run_due(world)
        fault = faults.take_request(world, request.method, path)
        if fault is not None and fault.kind in _BEFORE:
            early = await _before(request, world, fault)
            if early is not None:
                return early
        status, body = _perform(world, call)
        if fault is not None and fault.kind not in _BEFORE:
            return await _after(request, fault, status, body)
        return web.json_response(body, status=status)
    except ProviderError as error:
        world.flush()
        return web.json_response(error.body(), status=error.status)
    except ConnectionCutError:
        return web.Response(status=500)


def _perform(world: World, call: Call) -> tuple[int, Document]:
    """Do it and make it durable, so that no answer promises what a crash forgets."""
    try:
        return _OK, perform(world, call)
    except ProviderError as error:
        return error.status, error.body()
    finally:
        world.flush()


async def _read(request: web.Request, path: str) -> Call:
    raw = await request.read()
    body: Any = {}
    if request.method == "POST" and raw:
        if request.content_type != "application/json":
            raise ProviderError(415, None, "Unsupported Media Type")
        try:
            body = json.loads(raw)
        except (ValueError, RecursionError):
            raise invalid("body", "Body is not a JSON document") from None
        # The SDK writes an absent body as JSON null.
        body = {} if body is None else body
        if not isinstance(body, dict):
            raise invalid("body", "Body is not a JSON object")
    return Call(
        request.method,
        path,
        dict(request.query),
        request.headers.get("Idempotence-Key"),
        request.headers.get("Authorization"),
        body,
    )


async def _before(request: web.Request, world: World, fault: Fault) -> web.Response | None:
    """Spoil the request before it has an effect; None lets it go on."""
    world.flush()
    if fault.kind == "drop_before":
        _cut(request)
    if fault.kind in ("hang", "slow"):
        resets = world.resets
        await asyncio.sleep(float(fault.argument) / (1000 if fault.kind == "slow" else 1))
        # A reset forgets what was asked for before it.
        if world.resets != resets:
            _cut(request)
        return None
    if fault.argument == "502-html":
        return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
    raise _refusal(fault.argument or "500")


def _refusal(status: str) -> ProviderError:
    refusals = {
        "401": ProviderError(401, "invalid_credentials", "Login has failed"),
        "403": ProviderError(403, "forbidden", "Not enough rights"),
        "429": too_many_requests(),
    }
    return refusals.get(status) or internal(int(status))


async def _after(
    request: web.Request, fault: Fault, status: int, body: Document
) -> web.StreamResponse:
    """The operation took place; the answer does not arrive as it should."""
    if fault.kind == "drop_after_effect":
        _cut(request)
    if fault.kind == "500_after_effect":
        raise internal()
    if fault.kind == "hang_after_effect":
        await asyncio.sleep(float(fault.argument))
    if fault.kind == "202_then_ok":
        return web.json_response(_PROCESSING, status=202)
    text = json.dumps(body)
    if fault.kind == "bad_json":
        return web.Response(text="{" + text, content_type="application/json")
    if fault.kind == "truncate":
        return await _truncated(request, text.encode())
    return web.json_response(body, status=status)


async def _truncated(request: web.Request, text: bytes) -> web.StreamResponse:
    """Promise the whole body, send half of it, hang up."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(text)
    await response.prepare(request)
    await response.write(text[: len(text) // 2])
    _cut(request)


def _cut(request: web.Request) -> NoReturn:
    if request.transport is not None:
        request.transport.abort()
    raise ConnectionCutError
