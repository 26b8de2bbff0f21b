"""A user whom Open WebUI knows and the ledger does not yet: looked up now, asked again.

Otherwise somebody who has just signed up could not chat until the next poll.
"""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

import structlog

from gateway.api.proxy import Passage, ask
from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import UpstreamError
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import request_head
from shared import codec
from shared.auth import HEADER, Principal, sign_identity
from shared.telemetry import trace_parent

_UNKNOWN: Final = "urn:owc:problem:unknown-account"
_PATIENCE_S: Final = 2.0
_FIRST_PAUSE_S: Final = 0.03
_LAST_PAUSE_S: Final = 0.25
_STRANGER_S: Final = 5.0
_STRANGERS_MAX: Final = 10_000
_REFUSAL_MAX: Final = 16_384
_ID_MAX: Final = 256
_NOT_FOUND: Final = 404
_OK: Final = 200
_LOOKUP_S: Final = 5.0
_SELF: Final = Principal("service", "gateway", name="gateway")
log = structlog.get_logger(__name__)


class FirstSight:
    """Asks sync once per user, however many requests wait for the answer."""

    def __init__(self, sync: Upstream, secret: str) -> None:
        self._sync = sync
        self._secret = secret
        self._asking: dict[str, asyncio.Future[bool]] = {}
        self._strangers: dict[str, float] = {}

    async def again(
        self, passage: Passage, upstream: Upstream, connection: Connection
    ) -> Connection:
        """Take over the 404 on `connection`; the answer to give is on the connection returned."""
        try:
            known = await self._known_now(passage, connection)
        except BaseException:
            upstream.discard(connection)
            raise
        deadline = time.monotonic() + _PATIENCE_S
        pause = _FIRST_PAUSE_S
        while known and time.monotonic() < deadline:
            await connection.chunk()
            upstream.finish(connection)
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LAST_PAUSE_S)
            connection = await ask(passage, upstream)
            known = connection.status == _NOT_FOUND
        return connection

    async def _known_now(self, passage: Passage, connection: Connection) -> bool:
        refusal = _json(await connection.peek(_REFUSAL_MAX))
        if refusal.get("type") != _UNKNOWN or not passage.whole:
            return False
        user = _user_of(passage)
        return await self.known(user)

    async def known(self, user: str) -> bool:
        """Whether Open WebUI knows `user`, who is then on the way to the ledger."""
        if not user or len(user) > _ID_MAX or self._strangers.get(user, 0) > time.monotonic():
            return False
        asking = self._asking.get(user)
        if asking is None:
            asking = self._asking[user] = asyncio.ensure_future(self._ask_sync(user))
            asking.add_done_callback(lambda _: self._asking.pop(user, None))
        return await asyncio.shield(asking)

    async def _ask_sync(self, user: str) -> bool:
        identity = sign_identity(_SELF, self._secret, datetime.now(UTC))
        head = request_head(
            "POST",
            b"/internal/sync/users/" + quote(user, safe="").encode("ascii"),
            (),
            (
                (b"host", self._sync.host_header),
                (b"content-length", b"0"),
                (HEADER.encode(), identity.encode("ascii")),
                (b"traceparent", (trace_parent.get() or "").encode("ascii")),
            ),
        )
        request = Request(head=head, repeatable=True, first_byte_s=_LOOKUP_S)
        try:
            connection = await self._sync.exchange(request)
        except UpstreamError as error:
            log.warning("first_sight_unanswered", error=repr(error))
            return False
        status = connection.status
        self._sync.discard(connection)
        if status == _NOT_FOUND:
            if len(self._strangers) >= _STRANGERS_MAX:
                self._strangers.clear()
            self._strangers[user] = time.monotonic() + _STRANGER_S
        return status == _OK


def _json(body: bytes) -> dict[str, Any]:
    try:
        content = codec.decode(body)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _user_of(passage: Passage) -> str:
    """The user who calls; else whom a charge or a hold names in its body, others in the path."""
    if passage.user:
        return passage.user
    if passage.scope["method"] == "POST":
        return str(_json(passage.body).get("user_id") or "")
    path: str = passage.scope["path"]
    return path.removeprefix("/api/credits/user/")
