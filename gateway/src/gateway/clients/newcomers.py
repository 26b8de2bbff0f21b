"""A user whom Open WebUI knows and the ledger does not yet: looked up now, waited for a moment.

Otherwise somebody who has just signed up could not chat until the next poll.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from typing import Final, TypeVar
from urllib.parse import quote

import structlog

from gateway.clients.http1.errors import UpstreamError
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import request_head
from shared.auth import HEADER, Principal, sign_identity
from shared.problems import NotFound
from shared.telemetry import trace_parent

AnswerT = TypeVar("AnswerT")
UNKNOWN: Final = "unknown-account"
_PATIENCE_S: Final = 2.0
_FIRST_PAUSE_S: Final = 0.03
_LAST_PAUSE_S: Final = 0.25
_STRANGER_S: Final = 5.0
_STRANGERS_MAX: Final = 10_000
_ID_MAX: Final = 256
_NOT_FOUND: Final = 404
_OK: Final = 200
_LOOKUP_S: Final = 5.0
_SELF: Final = Principal("service", "gateway", name="gateway")
log = structlog.get_logger(__name__)


def pauses() -> Iterator[float]:
    """How long to wait before the ledger is asked again, until it has been long enough."""
    deadline, pause = time.monotonic() + _PATIENCE_S, _FIRST_PAUSE_S
    while time.monotonic() < deadline:
        yield pause
        pause = min(pause * 2, _LAST_PAUSE_S)


class Newcomers:
    """Asks sync once per user, however many requests wait for the answer."""

    def __init__(self, sync: Upstream, secret: str) -> None:
        self._sync = sync
        self._secret = secret
        self._asking: dict[str, asyncio.Future[bool]] = {}
        self._strangers: dict[str, float] = {}

    async def wait_for(self, user: str, ask: Callable[[], Awaitable[AnswerT]]) -> AnswerT:
        """What `ask` answers; once more and again where it finds no account that is to come."""
        try:
            return await ask()
        except NotFound as problem:
            if problem.slug != UNKNOWN or not await self.known(user):
                raise
            refused = problem
        for pause in pauses():
            await asyncio.sleep(pause)
            try:
                return await ask()
            except NotFound as problem:
                if problem.slug != UNKNOWN:
                    raise
                refused = problem
        raise refused

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
            log.warning("newcomer_unanswered", error=repr(error))
            return False
        status = connection.status
        self._sync.discard(connection)
        if status == _NOT_FOUND:
            if len(self._strangers) >= _STRANGERS_MAX:
                self._strangers.clear()
            self._strangers[user] = time.monotonic() + _STRANGER_S
        return status == _OK
