"""The way to the model provider: our key goes there, nothing about our callers does."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import UpstreamAway, UpstreamError, UpstreamTimedOut
from gateway.clients.http1.pool import Limits, Request, Upstream
from gateway.domain.headers import Header, request_head
from shared.problems import BadGateway, GatewayTimeout, Problem, Unavailable

_PASSED: Final = frozenset({b"content-type", b"accept", b"openai-beta"})
_PASSED_BACK: Final = frozenset(
    {
        b"content-type",
        b"content-length",
        b"content-disposition",
        b"cache-control",
        b"retry-after",
        b"retry-after-ms",
        b"x-should-retry",
    }
)
_OWN_FAULT: Final = frozenset({401, 403, 407})
_REDIRECTS: Final = range(300, 400)
_NAMES_NEW_LIMIT: Final = ("api.openai.com", ".openai.azure.com")


class Provider:
    """One OpenAI-compatible service. Redirects are not followed: the key would travel with them."""

    def __init__(self, url: str, key: str, *, connections: int, timeout_s: float) -> None:
        limits = Limits(connections, connect_s=10, first_byte_s=timeout_s, idle_s=timeout_s)
        self._upstream = Upstream(url, limits)
        self._path = urlsplit(url).path.rstrip("/").encode("ascii")
        self._key = key.encode("ascii")

    @property
    def limit_name(self) -> str:
        """The field for the length of an answer that this provider knows for every model."""
        new = self._upstream.host.endswith(_NAMES_NEW_LIMIT)
        return "max_completion_tokens" if new else "max_tokens"

    @contextlib.asynccontextmanager
    async def ask(
        self, method: str, path: bytes, headers: Sequence[Header], body: bytes = b""
    ) -> AsyncIterator[Connection]:
        """The answer, once its head is there. Problem where there is none that can be passed on.

        `path` is what follows `/v1`. Leaving the block before the answer has ended stops it.
        """
        added = [
            (b"host", self._upstream.host_header),
            (b"content-length", b"%d" % len(body)),
            # What is compressed could not be read on its way.
            (b"accept-encoding", b"identity"),
        ]
        if self._key:
            added.append((b"authorization", b"Bearer " + self._key))
        passed = [header for header in headers if header[0] in _PASSED]
        head = request_head(method, self._path + path, passed, added)
        request = Request(head=head, body=body, repeatable=method == "GET")
        try:
            connection = await self._upstream.exchange(request)
        except UpstreamError as error:
            raise _silence(error) from error
        try:
            _check(connection)
            yield connection
        finally:
            self._upstream.finish(connection)

    def close(self) -> None:
        self._upstream.close()


def passed_back(connection: Connection) -> list[Header]:
    """The headers of an answer that a caller may see."""
    return [header for header in connection.headers if header[0] in _PASSED_BACK]


def content_type(connection: Connection) -> bytes:
    """The media type of an answer, without parameters."""
    found = next((value for name, value in connection.headers if name == b"content-type"), b"")
    return found.partition(b";")[0].strip().lower()


def _silence(error: UpstreamError) -> Problem:
    if isinstance(error, UpstreamAway):
        return Unavailable("The model provider is not reachable", slug="provider-away")
    if isinstance(error, UpstreamTimedOut):
        return GatewayTimeout("The model provider did not answer in time", slug="provider-timeout")
    return BadGateway("The model provider broke off before it answered", slug="provider-broke")


def _check(connection: Connection) -> None:
    """Its refusal of our key is nothing that a caller could mend, or should read."""
    if connection.status in _OWN_FAULT:
        raise BadGateway("The model provider refuses the key of this system", slug="provider-key")
    if connection.status in _REDIRECTS:
        raise BadGateway("The model provider is at another address", slug="provider-moved")
    codings = [value.lower() for name, value in connection.headers if name == b"content-encoding"]
    if set(codings) - {b"identity"}:
        raise BadGateway("The model provider compresses unasked", slug="provider-nonsense")
