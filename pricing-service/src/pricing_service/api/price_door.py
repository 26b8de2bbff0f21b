"""The two hot reads as plain ASGI, before FastAPI: the public list and one model's price.

It answers only what succeeds. Every refusal, and every other path, is FastAPI's, whose routes of
the same paths also document both reads.
"""

import time
from typing import Final, cast

from fastapi import FastAPI

from pricing_service.api.conditional import matches
from pricing_service.api.request_state import Pricing
from pricing_service.queries.price_book import PriceBook
from shared.auth import HEADER, IdentityVerifier
from shared.problems import Problem
from shared.telemetry import DURATION, REQUESTS, ASGIApp, Receive, Scope, Send

LIST_PATH: Final = "/api/public/models/pricing"
MODEL_PREFIX: Final = "/api/credits/model/"
MODEL_ROUTE: Final = MODEL_PREFIX + "{model_id:path}"
# Clients ask again each time and get 304 until a price changes.
CACHE_CONTROL: Final = b"no-cache"
_IDENTITY: Final = HEADER.encode()
_JSON: Final = (b"content-type", b"application/json")
_LABELS: Final = ("pricing", "GET")


class PriceDoor:
    """Middleware; `api` gives the state that its lifespan has set up."""

    def __init__(self, app: ASGIApp, api: FastAPI) -> None:
        self._app = app
        self._api = api
        self._listed = REQUESTS.labels(*_LABELS, LIST_PATH, "200")
        self._unchanged = REQUESTS.labels(*_LABELS, LIST_PATH, "304")
        self._listing_s = DURATION.labels("pricing", LIST_PATH)
        self._asked = REQUESTS.labels(*_LABELS, MODEL_ROUTE, "200")
        self._asking_s = DURATION.labels("pricing", MODEL_ROUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET":
            path: str = scope["path"]
            if path == LIST_PATH:
                if await self._answer_list(scope, send):
                    return
            elif path.startswith(MODEL_PREFIX) and await self._answer_model(scope, send, path):
                return
        await self._app(scope, receive, send)

    async def _answer_list(self, scope: Scope, send: Send) -> bool:
        started = time.perf_counter()
        try:
            rendered = self._book().rendered()
        except Problem:
            return False
        headers = [
            (b"etag", rendered.etag),
            (b"cache-control", CACHE_CONTROL),
        ]
        condition = _header(scope, b"if-none-match")
        if condition is not None and matches(condition, rendered.etag):
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            self._unchanged.inc()
        else:
            await _send(send, rendered.listing, headers)
            self._listed.inc()
        self._listing_s.observe(time.perf_counter() - started)
        return True

    async def _answer_model(self, scope: Scope, send: Send, path: str) -> bool:
        started = time.perf_counter()
        token = _header(scope, _IDENTITY)
        model_id = path[len(MODEL_PREFIX) :]
        if token is None or not model_id or "\x00" in model_id:
            return False
        verifier = cast("IdentityVerifier", self._api.state.identity)
        try:
            principal = verifier.verify(token.decode("latin-1"))
            if principal.kind not in ("key", "admin"):
                return False
            body = self._book().model(model_id)
        except Problem:
            return False
        await _send(send, body, [])
        self._asked.inc()
        self._asking_s.observe(time.perf_counter() - started)
        return True

    def _book(self) -> PriceBook:
        return cast("Pricing", self._api.state.pricing).book


def _header(scope: Scope, wanted: bytes) -> bytes | None:
    for name, value in scope["headers"]:
        if name == wanted:
            return cast("bytes", value)
    return None


async def _send(send: Send, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    length = (b"content-length", b"%d" % len(body))
    start = {"type": "http.response.start", "status": 200, "headers": [_JSON, length, *headers]}
    await send(start)
    await send({"type": "http.response.body", "body": body})
