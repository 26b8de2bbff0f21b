"""Holds at the ledger, as the meter needs them; its shapes stop here."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from gateway.clients.http1.errors import UpstreamError
from gateway.clients.http1.pool import Request, Upstream
from gateway.domain.headers import request_head
from shared import codec
from shared.auth import HEADER
from shared.problems import Unavailable
from shared.telemetry import trace_parent

Answer = dict[str, Any]
_ANSWER_S: Final = 5.0
_HOLDS: Final = "/api/credits/holds"


class Credits:
    """Every request may be repeated: the ledger knows a hold again by its key or its id."""

    def __init__(self, ledger: Upstream, identity: Callable[[], bytes]) -> None:
        self._ledger = ledger
        self._identity = identity

    async def open(self, form: Mapping[str, Any]) -> tuple[int, Answer]:
        return await self._ask(_HOLDS, form)

    async def extend(self, hold_id: str, units: Mapping[str, int], ttl_s: int) -> Answer:
        """What is left after the hold was extended by what was counted."""
        form = {**_counts(units), "ttl_s": ttl_s}
        status, answer = await self._ask(f"{_HOLDS}/{hold_id}/extend", form)
        return {"status": status, **answer}

    async def settle(self, hold_id: str, units: Mapping[str, int], actor: str) -> int:
        form = {**_counts(units), "actor": actor}
        return (await self._ask(f"{_HOLDS}/{hold_id}/settle", form))[0]

    async def release(self, hold_id: str) -> int:
        return (await self._ask(f"{_HOLDS}/{hold_id}/release", {}))[0]

    async def _ask(self, path: str, form: Mapping[str, Any]) -> tuple[int, Answer]:
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
            raise Unavailable(
                "The credit service does not answer right now. Please try again in a minute.",
                slug="ledger-away",
                retry_after_s=5,
            ) from error
        return connection.status, answer if isinstance(answer, dict) else {}


def _counts(units: Mapping[str, int]) -> dict[str, Any]:
    """By unit; the two fields that the API needs besides are then not read."""
    return {"prompt_tokens": 0, "completion_tokens": 0, "usage": dict(units)}
