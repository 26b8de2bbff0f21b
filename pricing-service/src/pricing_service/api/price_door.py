"""The two hot reads as plain ASGI, before FastAPI: the public list and one model's price.

It answers only what succeeds. Every refusal, and every other path, is FastAPI's, whose routes of
the same paths also document both reads.
"""

import time
from typing import Final, NamedTuple, cast

from fastapi import FastAPI

from pricing_service.api.conditional import matches
from pricing_service.api.request_state import Pricing
from pricing_service.queries.price_book import PriceBook
from shared.auth import HEADER, IdentityVerifier
from shared.problems import Problem
from shared.telemetry import ASGIApp, Receive, Scope, Send, accepted, count

LIST_PATH: Final = "/api/public/models/pricing"
MODEL_PREFIX: Final = "/api/credits/model/"
MODEL_ROUTE: Final = MODEL_PREFIX + "{model_id:path}"
# Clients ask again each time and get 304 until a price changes.
CACHE_CONTROL: Final = b"no-cache"
_IDENTITY: Final = HEADER.encode()
_JSON: Final = (b"content-type", b"application/json")


class _Answer(NamedTuple):
    route: str
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class PriceDoor:
    """Middleware; `api` gives the state that its lifespan has set up."""

    def __init__(self, app: ASGIApp, api: FastAPI) -> None:
        self._app = app
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        is_read = scope["type"] == "http" and scope["method"] == "GET"
        answer = self._answer(scope) if is_read else None
        if answer is None:
            await self._app(scope, receive, send)
            return
        given = _header(scope, b"traceparent")
        request_id = accepted(given.decode("latin-1") if given else None)[3:35].encode()
        headers = [*answer.headers, (b"x-request-id", request_id)]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": answer.body})
        count("pricing", "GET", answer.route, answer.status, time.perf_counter() - started)

    def _answer(self, scope: Scope) -> _Answer | None:
        path: str = scope["path"]
        try:
            if path == LIST_PATH:
                return self._listing(scope)
            return self._one(scope, path) if path.startswith(MODEL_PREFIX) else None
        except Problem:
            return None

    def _listing(self, scope: Scope) -> _Answer:
        rendered = self._book().rendered()
        headers = [(b"etag", rendered.etag), (b"cache-control", CACHE_CONTROL)]
        condition = _header(scope, b"if-none-match")
        if condition is not None and matches(condition, rendered.etag):
            return _Answer(LIST_PATH, 304, headers, b"")
        return _found(LIST_PATH, rendered.listing, headers)

    def _one(self, scope: Scope, path: str) -> _Answer | None:
        token = _header(scope, _IDENTITY)
        model_id = path[len(MODEL_PREFIX) :]
        if token is None or not model_id or "\x00" in model_id:
            return None
        verifier = cast("IdentityVerifier", self._api.state.identity)
        if verifier.verify(token.decode("latin-1")).kind not in ("key", "admin"):
            return None
        return _found(MODEL_ROUTE, self._book().model(model_id), [])

    def _book(self) -> PriceBook:
        return cast("Pricing", self._api.state.pricing).book


def _found(route: str, body: bytes, headers: list[tuple[bytes, bytes]]) -> _Answer:
    return _Answer(route, 200, [_JSON, (b"content-length", b"%d" % len(body)), *headers], body)


def _header(scope: Scope, wanted: bytes) -> bytes | None:
    for name, value in scope["headers"]:
        if name == wanted:
            return cast("bytes", value)
    return None
