"""Our own services as pages and links of one user ask them; refusals come back as Problems."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

import httpx

from gateway.clients.http1.pool import Upstream
from gateway.clients.http1.transport import Http1Transport
from shared import codec
from shared.auth import HEADER
from shared.problems import Conflict, Malformed, NotFound, NotPermitted, Problem, Unavailable
from shared.telemetry import trace_parent

_TIMEOUT_S: Final = 15.0
_NEWCOMER_S: Final = 2.0
_PAUSE_S: Final = 0.1
_NEWCOMER: Final = "unknown-account"
_URN: Final = "urn:owc:problem:"
_KINDS: Final[dict[int, type[Problem]]] = {
    400: Malformed, 403: NotPermitted, 404: NotFound, 409: Conflict, 422: Malformed,
}  # fmt: skip


class Services:
    """`known` says whether Open WebUI knows somebody the ledger does not know yet."""

    def __init__(
        self, upstreams: Mapping[str, Upstream], known: Callable[[str], Awaitable[bool]]
    ) -> None:
        self._known = known
        self._clients = {
            name: httpx.AsyncClient(
                transport=Http1Transport(upstream), base_url="http://service", timeout=_TIMEOUT_S
            )
            for name, upstream in upstreams.items()
        }

    def of_user(self, user_id: str, identity: bytes) -> "UserServices":
        return UserServices(self._clients, self._known, user_id, identity)


class UserServices:
    """What one user may ask."""

    def __init__(
        self,
        clients: Mapping[str, httpx.AsyncClient],
        known: Callable[[str], Awaitable[bool]],
        user_id: str,
        identity: bytes,
    ) -> None:
        self._clients = clients
        self._known = known
        self.user_id = user_id
        self._identity = identity

    async def get(self, service: str, path: str, **query: object) -> Any:
        """The answer. Waits a moment for the account of somebody who has just signed up."""
        given = {name.rstrip("_"): str(value) for name, value in query.items() if value is not None}
        try:
            return await self._ask(service, "GET", path, params=given)
        except NotFound as problem:
            if problem.slug != _NEWCOMER or not await self._known(self.user_id):
                raise
        deadline = time.monotonic() + _NEWCOMER_S
        while True:
            await asyncio.sleep(_PAUSE_S)
            try:
                return await self._ask(service, "GET", path, params=given)
            except NotFound:
                if time.monotonic() > deadline:
                    raise

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
        raise _problem(service, answer.status_code, content)


def _problem(service: str, status: int, content: Any) -> Problem:
    if not isinstance(content, dict) or "type" not in content:
        return _away(service)
    slug = str(content["type"]).removeprefix(_URN)
    return _KINDS.get(status, Unavailable)(content.get("detail"), slug=slug)


def _away(service: str) -> Unavailable:
    return Unavailable(f"The {service} service is not reachable", slug="upstream-away")
