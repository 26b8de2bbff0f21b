"""Reserve, ask the provider, deliver its answer, settle: each model call is paid for once."""

import asyncio
import contextlib
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import structlog

from gateway.clients.credits import Credits
from gateway.clients.http1.connection import Connection
from gateway.clients.http1.errors import UpstreamNonsense
from gateway.clients.newcomers import Newcomers
from gateway.clients.provider import Provider, content_type, passed_back
from gateway.commands.reserve_call import Hold, reserve_call
from gateway.commands.settle_call import settle_call
from gateway.domain.headers import Header
from gateway.domain.metered_answers import (
    Counted,
    Events,
    Reading,
    is_last,
    is_usage_alone,
    parsed,
    payload,
)
from gateway.domain.metered_requests import Ask
from shared.problems import PaymentRequired, Problem

_FIRST_REPORT_S: Final = 10.0
_REPORT_EVERY_S: Final = 60.0
_SETTLED_WITHIN_S: Final = 2.0
_READ_MAX: Final = 64 * 1_048_576
_OK: Final = 200
_REFUSED: Final = 400
_NOTHING: Final = Counted({}, estimated=False)
log = structlog.get_logger(__name__)


class Listener(Protocol):
    """Whoever waits for the answer."""

    async def begin(self, status: int, headers: list[Header]) -> None: ...

    async def part(self, data: bytes, *, more: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Call:
    """A model call and who pays for it. `path` is what follows `/v1`."""

    account: str
    ask: Ask
    path: bytes
    headers: Sequence[Header]
    conversation: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Metering:
    """What the meter works with; made once per process."""

    credits: Credits
    provider: Provider
    newcomers: Newcomers
    ttl_s: int
    unfinished: set[asyncio.Task[Any]] = field(default_factory=set)

    def begin(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Do it even if the caller leaves."""
        task = asyncio.create_task(work)
        self.unfinished.add(task)
        task.add_done_callback(self.unfinished.discard)
        return task

    async def drain(self, within_s: float) -> None:
        """At the end of the process: let settlements under way arrive."""
        if self.unfinished:
            await asyncio.wait(self.unfinished, timeout=within_s)
        for task in tuple(self.unfinished):
            task.cancel()


@dataclass(slots=True)
class _Turn:
    """One call with its hold: what was read of its answer, and the one settlement."""

    metering: Metering
    hold: Hold
    reading: Reading
    keeper: asyncio.Task[None] | None = None
    settling: asyncio.Task[None] | None = None

    def settle(self, *, left: bool) -> asyncio.Task[None]:
        """Settle what was counted until now; later calls change nothing."""
        if self.keeper is not None:
            self.keeper.cancel()
        if self.settling is None:
            counted = self.reading.counted(running=left and self.keeper is not None)
            work = settle_call(self.metering.credits, self.hold.hold_id, counted)
            self.settling = self.metering.begin(work)
        return self.settling

    async def settled(self) -> None:
        """Wait a moment for it: the next call of this user shall find what is left free.

        A ledger that is away does not keep the answer back; the settlement goes on.
        """
        await asyncio.wait({self.settle(left=False)}, timeout=_SETTLED_WITHIN_S)


async def meter_call(metering: Metering, call: Call, listener: Listener) -> None:
    """Answer `listener` with what the provider says. Problem where the call is not made.

    Cancel it when the caller leaves: the provider is stopped and what was said is charged.
    """
    hold = await _reserve(metering, call)
    turn = _Turn(metering, hold, Reading(call.ask))
    try:
        await _reserve_units(turn)
        turn.keeper = asyncio.create_task(_keep(turn))
        await _converse(turn, call, listener)
    except asyncio.CancelledError:
        turn.settle(left=True)
        raise
    finally:
        if turn.settling is None:
            await turn.settled()


async def _reserve(metering: Metering, call: Call) -> Hold:
    opening = metering.begin(
        reserve_call(
            metering.credits,
            metering.newcomers,
            call.ask,
            account=call.account,
            ttl_s=metering.ttl_s,
            conversation=call.conversation,
        )
    )
    try:
        hold: Hold = await asyncio.shield(opening)
    except asyncio.CancelledError:
        metering.begin(_give_back(metering.credits, opening))
        raise
    return hold


async def _give_back(credits_: Credits, opening: asyncio.Task[Hold]) -> None:
    """The caller left while its hold was opened."""
    with contextlib.suppress(Exception):
        hold = await opening
        await settle_call(credits_, hold.hold_id, _NOTHING)


async def _reserve_units(turn: _Turn) -> None:
    """What is no token is known beforehand: reserve it as if it were counted already."""
    metering, hold, reading = turn.metering, turn.hold, turn.reading
    if reading.ask.beforehand.keys() <= {"request"}:
        return
    units = reading.counted(running=True).units
    answer = await metering.credits.extend(hold.hold_id, units, metering.ttl_s)
    if answer["available"] < 0:
        available = answer["available"] + answer["amount"]
        text = (
            f"You do not have enough credits: {available} available, {answer['amount']} required."
        )
        raise PaymentRequired(text, available=available, required=answer["amount"])


async def _keep(turn: _Turn) -> None:
    """Prolong the hold while the answer runs, with what was counted: an expiry charges that."""
    metering, hold = turn.metering, turn.hold
    pause = min(_FIRST_REPORT_S, metering.ttl_s / 3)
    while True:
        await asyncio.sleep(pause)
        pause = min(_REPORT_EVERY_S, metering.ttl_s / 3)
        units = turn.reading.counted(running=True).units
        try:
            await metering.credits.extend(hold.hold_id, units, metering.ttl_s)
        except Problem as problem:
            log.warning("hold_not_extended", hold=hold.hold_id, reason=problem.slug)


async def _converse(turn: _Turn, call: Call, listener: Listener) -> None:
    provider = turn.metering.provider
    body = call.ask.outgoing(turn.hold.granted, provider.limit_name)
    async with provider.ask("POST", call.path, call.headers, body) as answer:
        if content_type(answer) == b"text/event-stream" and answer.status < _REFUSED:
            await _pass_events(turn, answer, listener)
        else:
            await _pass_whole(turn, answer, listener)


async def _pass_whole(turn: _Turn, answer: Connection, listener: Listener) -> None:
    """Pass an answer on as it comes; read it when it is whole, and settle before its end."""
    reading, good = turn.reading, answer.status < _REFUSED
    await listener.begin(answer.status, passed_back(answer))
    whole = bytearray()
    while chunk := await answer.chunk():
        reading.answered = good
        whole += chunk if len(whole) + len(chunk) <= _READ_MAX else b""
        if answer.complete:
            break
        await listener.part(chunk, more=True)
    if good:
        reading.absorb(parsed(bytes(whole)))
    await turn.settled()
    await listener.part(chunk, more=False)


async def _pass_events(turn: _Turn, answer: Connection, listener: Listener) -> None:
    """Pass whole events on unchanged, without the report that only we have asked for."""
    # One event less makes the answer shorter than its provider announced.
    headers = [header for header in passed_back(answer) if header[0] != b"content-length"]
    await listener.begin(answer.status, headers)
    events = Events()
    while chunk := await answer.chunk():
        kept = await _heard(turn, events.feed(chunk), listener)
        if events.pending > _READ_MAX:
            raise UpstreamNonsense("an event without an end")
        if kept:
            await listener.part(kept, more=True)
    kept = await _heard(turn, [events.rest()], listener)
    await turn.settled()
    await listener.part(kept, more=False)


async def _heard(turn: _Turn, events: list[bytes], listener: Listener) -> bytes:
    """What is to be passed on of `events`. The last word of an answer waits until it is paid."""
    kept = b""
    for event in events:
        said = payload(event)
        turn.reading.absorb(said)
        if turn.reading.ask.hides_usage and is_usage_alone(said):
            continue
        if is_last(event, said):
            if kept:
                await listener.part(kept, more=True)
            kept = b""
            await turn.settled()
        kept += event
    return kept
