"""The OpenAI-compatible door: reads the call, notices when its caller leaves, words refusals.

What a call costs and who pays is decided in commands/ and domain/; no prompt is ever logged.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from starlette.responses import Response

from gateway.clients.http1.errors import ClientGone
from gateway.clients.provider import passed_back
from gateway.commands.meter_call import Call, Metering, meter_call
from gateway.domain.headers import Header, framing
from gateway.domain.metered_requests import KINDS, Ask, read_form, read_json
from gateway.domain.payers import conversation, payer
from gateway.domain.routing import Route
from shared import codec
from shared.http import JSON
from shared.problems import Problem, RequestTimeout, TooLarge, Unavailable
from shared.telemetry import Receive, Scope, Send, trace_id

_PREFIX: Final = len("/v1")
_BODY_PAUSE_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class Terms:
    """What this installation decided about model calls."""

    jwt_secret: str | None
    account: str | None
    answer_tokens: int


class Metered:
    """Plain ASGI for the routes below /v1; without a provider each is refused."""

    def __init__(self, metering: Metering | None, terms: Terms) -> None:
        self._metering = metering
        self._terms = terms

    async def __call__(self, route: Route, scope: Scope, receive: Receive, send: Send) -> None:
        if self._metering is None:
            raise Unavailable(
                "The metering door is not configured: OWC_PROVIDER_URL is not set",
                slug="not-configured",
                retry_after_s=60,
            )
        listener = _Caller(send)
        if route.path not in KINDS:
            work = _pass_on(self._metering, scope, listener)
        else:
            work = self._meter(self._metering, route, scope, receive, listener)
        await work

    async def _meter(
        self, metering: Metering, route: Route, scope: Scope, receive: Receive, listener: "_Caller"
    ) -> None:
        headers = scope["headers"]
        terms = self._terms
        account = payer(
            headers, secret=terms.jwt_secret, fallback=terms.account, now=datetime.now(UTC)
        )
        content = await _read(route, headers, receive)
        ask = _ask(route, headers, content, terms)
        path = route.path[_PREFIX:].encode("ascii")
        call = Call(account, ask, path, headers, conversation(headers))
        await _while_heard(asyncio.create_task(meter_call(metering, call, listener)), receive)

    async def close(self, within_s: float) -> None:
        """Let settlements under way arrive."""
        if self._metering is not None:
            await self._metering.drain(within_s)
            self._metering.provider.close()


class _Caller:
    """The caller's side of an answer, as ASGI messages."""

    def __init__(self, send: Send) -> None:
        self._send = send

    async def begin(self, status: int, headers: list[Header]) -> None:
        await self._send({"type": "http.response.start", "status": status, "headers": headers})

    async def part(self, data: bytes, *, more: bool) -> None:
        await self._send({"type": "http.response.body", "body": data, "more_body": more})


def refusal(problem: Problem) -> Response:
    """A problem in OpenAI's form, which clients of the API show, with our own members beside it."""
    detail = problem.detail
    if isinstance(detail, list):
        detail = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in detail)
    error = {"message": detail, "type": problem.title, "code": problem.slug, "param": None}
    content: dict[str, Any] = {"error": error, **problem.wire(trace_id())}
    return Response(codec.encode(content), problem.status, problem.headers, JSON)


async def _pass_on(metering: Metering, scope: Scope, listener: _Caller) -> None:
    """The list of models costs nothing."""
    path = scope["path"][_PREFIX:].encode("ascii")
    async with metering.provider.ask("GET", path, scope["headers"]) as answer:
        await listener.begin(answer.status, passed_back(answer))
        while chunk := await answer.chunk():
            await listener.part(chunk, more=True)
        await listener.part(b"", more=False)


async def _while_heard(work: asyncio.Task[None], receive: Receive) -> None:
    """Do it until it is done, or until the caller leaves."""
    leaving = asyncio.create_task(_left(receive))
    try:
        await asyncio.wait((work, leaving), return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            work.result()
            return
    finally:
        leaving.cancel()
        work.cancel()
        # It ends soon, and its settlement has begun by then: also when this process ends.
        await asyncio.gather(work, leaving, return_exceptions=True)
    raise ClientGone("while it was answered")


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _read(route: Route, headers: list[Header], receive: Receive) -> bytes:
    """The whole body: the model in it must be known before anything is sent on."""
    limit = route.body_limit_bytes or 0
    if (framing(headers)[0] or 0) > limit:
        raise _too_large(limit)
    parts, size, more = [], 0, True
    while more:
        try:
            async with asyncio.timeout(_BODY_PAUSE_S):
                message = await receive()
        except TimeoutError:
            raise RequestTimeout("The request body did not arrive in time") from None
        if message["type"] == "http.disconnect":
            raise ClientGone("before the body ended")
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
        size += len(parts[-1])
        if size > limit:
            raise _too_large(limit)
    return b"".join(parts)


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The request body must not exceed {limit} bytes")


def _ask(route: Route, headers: list[Header], content: bytes, terms: Terms) -> Ask:
    kind = KINDS[route.path]
    if kind == "transcription":
        found = next((value for name, value in headers if name == b"content-type"), b"")
        return read_form(kind, content, found.decode("latin-1"))
    return read_json(kind, content, answer_tokens=terms.answer_tokens)
