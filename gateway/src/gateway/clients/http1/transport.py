"""The same connections behind httpx's interface, for what is not asked a thousand times a second.

Code that takes an `httpx.AsyncClient` can be given this, `httpx.MockTransport` or
`httpx.ASGITransport` alike.
"""

from collections.abc import AsyncIterator

import httpx

from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import UpstreamAway, UpstreamError, UpstreamTimedOut
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import request_head
from gateway.domain.routing import is_idempotent


class _Body(httpx.AsyncByteStream):
    def __init__(self, upstream: Upstream, connection: Connection) -> None:
        self._upstream = upstream
        self._connection = connection

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while chunk := await self._connection.chunk():
                yield chunk
        except UpstreamError as error:
            raise httpx.ReadError(str(error)) from error

    async def aclose(self) -> None:
        self._upstream.finish(self._connection)


class Http1Transport(httpx.AsyncBaseTransport):
    """Sends every request to one service, whatever host its address names.

    Headers that no caller may forge, as the identity, are given as the extension `trusted`.
    """

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        head = request_head(
            request.method,
            request.url.raw_path,
            [(name.lower(), value) for name, value in request.headers.raw],
            [
                (b"host", self._upstream.host_header),
                (b"content-length", b"%d" % len(body)),
                *request.extensions.get("trusted", ()),
            ],
        )
        timeout = request.extensions.get("timeout", {}).get("read")
        asked = Request(
            head=head,
            body=body,
            heads_only=request.method == "HEAD",
            repeatable=is_idempotent(request.method),
            first_byte_s=timeout,
        )
        try:
            connection = await self._upstream.exchange(asked)
        except UpstreamAway as error:
            raise httpx.ConnectError(str(error), request=request) from error
        except UpstreamTimedOut as error:
            raise httpx.ReadTimeout(str(error), request=request) from error
        except UpstreamError as error:
            raise httpx.ReadError(str(error), request=request) from error
        return httpx.Response(
            connection.status,
            headers=connection.headers,
            stream=_Body(self._upstream, connection),
        )
