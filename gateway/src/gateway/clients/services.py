"""Our own services as pages and links of one user ask them; refusals come back as Problems."""

from collections.abc import Mapping
from typing import Any, Final

import httpx

from gateway.clients.http1.pool import Upstream
from gateway.clients.http1.transport import Http1Transport
from gateway.clients.newcomers import Newcomers
from gateway.clients.refusals import refusal
from shared import codec
from shared.auth import HEADER
from shared.problems import Malformed, Unavailable
from shared.telemetry import trace_parent

_TIMEOUT_S: Final = 15.0


class Services:
    """Made once; `of_user` is what a page works with."""

    def __init__(self, upstreams: Mapping[str, Upstream], newcomers: Newcomers) -> None:
        self._newcomers = newcomers
        self._clients = {
            name: httpx.AsyncClient(
                transport=Http1Transport(upstream), base_url="http://service", timeout=_TIMEOUT_S
            )
            for name, upstream in upstreams.items()
        }

    def of_user(self, user_id: str, identity: bytes) -> "UserServices":
        return UserServices(self._clients, self._newcomers, user_id, identity)


class UserServices:
    """What one user may ask."""

    def __init__(
        self,
        clients: Mapping[str, httpx.AsyncClient],
        newcomers: Newcomers,
        user_id: str,
        identity: bytes,
    ) -> None:
        self._clients = clients
        self._newcomers = newcomers
        self.user_id = user_id
        self._identity = identity

    async def get(self, service: str, path: str, **query: object) -> Any:
        """The answer. Waits a moment for the account of somebody who has just signed up."""
        given = {name.rstrip("_"): str(value) for name, value in query.items() if value is not None}
        return await self._newcomers.wait_for(
            self.user_id, lambda: self._ask(service, "GET", path, params=given)
        )

    async def send(
        self, service: str, path: str, body: Any = None, *, key: str = "", method: str = "POST"
    ) -> Any:
        """Change something; `key` makes a repetition harmless."""
        headers = {"content-type": "application/json"}
        if not key.isascii():
            raise Malformed("An idempotency key has only ASCII characters", slug="invalid")
        if key:
            headers["idempotency-key"] = key
        content = b"{}" if body is None else codec.encode(body)
        return await self._ask(service, method, path, content=content, headers=headers)

    async def stream(self, service: str, path: str) -> httpx.Response:
        """An answer whose body has not been read; the caller closes it."""
        client = self._clients[service]
        request = client.build_request("GET", path, extensions=self._extensions())
        try:
            return await client.send(request, stream=True)
        except httpx.TransportError as error:
            raise _away(service) from error

    def _extensions(self) -> dict[str, Any]:
        trusted = [(HEADER.encode(), self._identity)]
        if parent := trace_parent.get():
            trusted.append((b"traceparent", parent.encode("ascii")))
        return {"trusted": trusted}

    async def _ask(self, service: str, method: str, path: str, **more: Any) -> Any:
        extensions = self._extensions()
        try:
            client = self._clients[service]
            answer = await client.request(method, path, extensions=extensions, **more)
            content = codec.decode(answer.content) if answer.content else None
        except (httpx.TransportError, ValueError) as error:
            raise _away(service) from error
        if answer.is_success:
            return content
        retry_after = answer.headers.get("retry-after", "")
        refused = refusal(answer.status_code, content, retry_after, otherwise=Unavailable)
        raise refused or _away(service)


def _away(service: str) -> Unavailable:
    return Unavailable(f"The {service} service is not reachable", slug="upstream-away")
