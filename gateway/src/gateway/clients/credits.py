"""Holds at the ledger, as the meter needs them; its shapes stop here."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from gateway.clients.http1.errors import UpstreamError
from gateway.clients.http1.pool import Request, Upstream
from gateway.clients.refusals import refusal
from gateway.domain.headers import request_head
from shared import codec
from shared.auth import HEADER
from shared.problems import Unavailable
from shared.telemetry import trace_parent

Answer = dict[str, Any]
_ANSWER_S: Final = 5.0
_GRANTED: Final = frozenset({200, 201})
_HOLDS: Final = "/api/credits/holds"


class _Reply(NamedTuple):
    status: int
    content: Any
    retry_after: str

    def granted(self) -> Answer:
        if self.status in _GRANTED and isinstance(self.content, dict):
            return self.content
        raise refusal(*self) or _away()


def _away() -> Unavailable:
    return Unavailable(
        "The credit service does not answer right now. Please try again in a minute.",
        slug="ledger-away",
        retry_after_s=5,
    )


class Credits:
    """Every request may be repeated: the ledger knows a hold again by its key or its id."""

    def __init__(self, ledger: Upstream, identity: Callable[[], bytes]) -> None:
        self._ledger = ledger
        self._identity = identity

    async def open(self, form: Mapping[str, Any]) -> Answer:
        """The hold; a Problem where there is none."""
        return (await self._ask(_HOLDS, form)).granted()

    async def extend(self, hold_id: str, units: Mapping[str, int], ttl_s: int) -> Answer:
        """What is left after the hold was extended by what was counted; a Problem if it was not."""
        form = {**_counts(units), "ttl_s": ttl_s}
        return (await self._ask(f"{_HOLDS}/{hold_id}/extend", form)).granted()

    async def settle(self, hold_id: str, units: Mapping[str, int], actor: str) -> int:
        form = {**_counts(units), "actor": actor}
        return (await self._ask(f"{_HOLDS}/{hold_id}/settle", form)).status

    async def release(self, hold_id: str) -> int:
        return (await self._ask(f"{_HOLDS}/{hold_id}/release", {})).status

    async def _ask(self, path: str, form: Mapping[str, Any]) -> _Reply:
        body = codec.encode(form)
        added = [
            (b"host", self._ledger.host_header),
            (b"content-type", b"application/json"),
            (b"content-length", b"%d" % len(body)),
            (HEADER.encode(), self._identity()),
        ]
        if parent := trace_parent.get():
            added.append((b"traceparent", parent.encode("ascii")))
        head = request_head("POST", path.encode("ascii"), (), added)
        request = Request(head=head, body=body, repeatable=True, first_byte_s=_ANSWER_S)
        try:
            connection = await self._ledger.exchange(request)
            try:
                content = b""
                while chunk := await connection.chunk():
                    content += chunk
            finally:
                self._ledger.finish(connection)
            answer = codec.decode(content)
        except (UpstreamError, ValueError) as error:
            raise _away() from error
        headers = dict(connection.headers)
        return _Reply(connection.status, answer, headers.get(b"retry-after", b"").decode("latin-1"))


def _counts(units: Mapping[str, int]) -> dict[str, Any]:
    """By unit; the two fields that the API needs besides are then not read."""
    return {"prompt_tokens": 0, "completion_tokens": 0, "usage": dict(units)}
