"""The OpenAPI documents of all services, asked for now and then."""

import asyncio
import time
from typing import Any, Final

import httpx

from gateway.clients.http1.pool import Upstream
from gateway.clients.http1.transport import Http1Transport
from gateway.domain.openapi import merge
from gateway.domain.refusals import Document
from gateway.domain.routing import RouteTable
from shared.problems import Unavailable

_KEPT_S: Final = 60.0
_KEPT_INCOMPLETE_S: Final = 3.0
_TIMEOUT_S: Final = 5.0


class Documents:
    """One merged document, kept for a minute; less long while a service is away."""

    def __init__(self, upstreams: dict[str, Upstream], table: RouteTable) -> None:
        self._clients = {
            name: httpx.AsyncClient(
                transport=Http1Transport(upstream), base_url="http://service", timeout=_TIMEOUT_S
            )
            for name, upstream in upstreams.items()
        }
        self._table = table
        self._merged: Document | None = None
        self._until = 0.0
        self._one = asyncio.Lock()

    async def read(self, own: Document) -> Document:
        """`own` with the documents of the services."""
        async with self._one:
            if self._merged is None or time.monotonic() >= self._until:
                answers = await asyncio.gather(*(self._fetch(c) for c in self._clients.values()))
                services = dict(zip(self._clients, answers, strict=True))
                self._merged = merge(own, services, self._table)
                kept = _KEPT_INCOMPLETE_S if None in answers else _KEPT_S
                self._until = time.monotonic() + kept
            return self._merged

    async def _fetch(self, client: httpx.AsyncClient) -> Document | None:
        try:
            answer = await client.get("/openapi.json")
            document: Any = answer.json() if answer.status_code == httpx.codes.OK else None
        except (httpx.TransportError, ValueError):
            return None
        return document if isinstance(document, dict) else None

    async def require(self, service: str) -> None:
        """Unavailable, in words for people, if a service cannot work."""
        try:
            answer = await self._clients[service].get("/health/ready")
            if answer.status_code == httpx.codes.OK:
                return
            parts = answer.json()["dependencies"].items()
        except (httpx.TransportError, ValueError, KeyError, TypeError, AttributeError):
            raise Unavailable("it does not answer") from None
        told = [f"{name}: {part.get('reason')}" for name, part in parts if part.get("reason")]
        raise Unavailable("; ".join(told) or "it is not ready")
