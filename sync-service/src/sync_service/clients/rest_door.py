"""HTTP to Open WebUI: bounded, typed, and silent about where it speaks and with which key."""

import asyncio
from typing import Any, Final, TypeVar

import aiohttp
import msgspec

from sync_service.clients.source import (
    BadStatusError,
    KeyRefusedError,
    SourceError,
    TimedOutError,
    TooLargeError,
    UnreachableError,
    UnreadableError,
)

AnswerT = TypeVar("AnswerT")

ANSWER_BYTES_MAX: Final = 128 * 1_048_576
CONNECTIONS_MAX: Final = 4
_OK: Final = 200
_KEY_REFUSED: Final = (401, 403)
# What versions without a route answer: a route with a parameter may take the call, or the web page.
_NOT_OFFERED: Final = (400, 404, 405, 422)


class NotOfferedError(SourceError):
    """Open WebUI does not know the route (or the thing); there may be another way."""

    code, message = "not-offered", "This version of Open WebUI does not offer what is needed"

    def __init__(self, detail: str = "") -> None:
        super().__init__()
        self.detail = detail


class RestDoor:
    """One pooled session; redirects are not followed, because the key would travel with them."""

    def __init__(self, url: str, key: str, *, timeout_s: float) -> None:
        self._url = url.rstrip("/")
        self._key = key
        self._timeout = aiohttp.ClientTimeout(total=timeout_s, connect=5, sock_read=30)
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, path: str, shape: type[AnswerT], **query: str) -> AnswerT:
        """GET and read the JSON as `shape`; SourceError says what went wrong."""
        return await self._call("GET", path, shape, query=query)

    async def post(self, path: str, shape: type[AnswerT], body: dict[str, Any]) -> AnswerT:
        return await self._call("POST", path, shape, body=body)

    async def _call(
        self,
        method: str,
        path: str,
        shape: type[AnswerT],
        *,
        query: dict[str, str] | None = None,
        body: dict[str, Any] | None = None,
    ) -> AnswerT:
        try:
            async with self._opened().request(
                method, f"{self._url}{path}", params=query, json=body, allow_redirects=False
            ) as answer:
                content = await _whole(answer)
                _refuse(answer, content)
        except TimeoutError:
            raise TimedOutError from None
        except aiohttp.ClientPayloadError:
            raise UnreadableError from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise UnreachableError from None
        try:
            # Lists of 100,000 people take a while: the event loop must not stand still.
            return await asyncio.to_thread(msgspec.json.decode, content, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise UnreadableError from None

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                headers={"Authorization": f"Bearer {self._key}", "Accept": "application/json"},
                timeout=self._timeout,
                connector=aiohttp.TCPConnector(limit=CONNECTIONS_MAX),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session


async def _whole(answer: aiohttp.ClientResponse) -> bytes:
    chunks = bytearray()
    async for chunk in answer.content.iter_chunked(65_536):
        chunks += chunk
        if len(chunks) > ANSWER_BYTES_MAX:
            raise TooLargeError
    return bytes(chunks)


def _refuse(answer: aiohttp.ClientResponse, content: bytes) -> None:
    if answer.status in _KEY_REFUSED:
        raise KeyRefusedError
    if answer.status in _NOT_OFFERED:
        raise NotOfferedError(content[:2000].decode("utf-8", "replace"))
    if answer.status != _OK:
        raise BadStatusError(f"Open WebUI answered with status {answer.status}")
    if answer.content_type == "text/html":
        raise NotOfferedError
