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
from gateway.clients.provider import Provider, content_type, passed_back
from gateway.commands.reserve_call import Hold, LookUp, refusal, reserve_call
from gateway.commands.settle_call import settle_call
from gateway.domain.headers import Header
from gateway.domain.metered_answers import (
    Counted,
    Events,
    Reading,
    is_usage_alone,
    parsed,
    payload,
)
from gateway.domain.metered_requests import Ask
from shared.problems import Unavailable

_FIRST_REPORT_S: Final = 10.0
_REPORT_EVERY_S: Final = 60.0
_READ_MAX: Final = 64 * 1_048_576
_OK: Final = 200
_REFUSED: Final = 400
_NO_CREDITS: Final = 402
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
    look_up: LookUp
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


async def meter_call(metering: Metering, call: Call, listener: Listener) -> None:
    """Answer `listener` with what the provider says. Problem where the call is not made.

    Cancel it when the caller leaves: the provider is stopped and what was said is charged.
    """
    hold = await _reserve(metering, call)
    reading = Reading(call.ask)
    keeper, left = None, False
    try:
        await _reserve_units(metering, hold, reading)
        keeper = asyncio.create_task(_keep(metering, hold, reading))
        await _converse(metering, call, hold, reading, listener)
    except asyncio.CancelledError:
        left = keeper is not None
        raise
    finally:
        if keeper is not None:
            keeper.cancel()
        counted = reading.counted(running=left)
        metering.begin(settle_call(metering.credits, hold.hold_id, counted))


async def _reserve(metering: Metering, call: Call) -> Hold:
    opening = metering.begin(
        reserve_call(
            metering.credits,
            metering.look_up,
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


async def _reserve_units(metering: Metering, hold: Hold, reading: Reading) -> None:
    """What is no token is known beforehand: reserve it as if it were counted already."""
    if reading.ask.beforehand.keys() <= {"request"}:
        return
    units = reading.counted(running=True).units
    answer = await metering.credits.extend(hold.hold_id, units, metering.ttl_s)
    if answer["status"] != _OK:
        raise refusal(answer["status"], answer)
    if answer["available"] < 0:
        available = answer["available"] + answer["amount"]
        text = (
            f"You do not have enough credits: {available} available, {answer['amount']} required."
        )
        amounts = {"available": available, "required": answer["amount"]}
        raise refusal(_NO_CREDITS, {"detail": text, **amounts})


async def _keep(metering: Metering, hold: Hold, reading: Reading) -> None:
    """Prolong the hold while the answer runs, with what was counted: an expiry charges that."""
    pause = min(_FIRST_REPORT_S, metering.ttl_s / 3)
    while True:
        await asyncio.sleep(pause)
        pause = min(_REPORT_EVERY_S, metering.ttl_s / 3)
        units = reading.counted(running=True).units
        with contextlib.suppress(Unavailable):
            answer = await metering.credits.extend(hold.hold_id, units, metering.ttl_s)
            if answer["status"] != _OK:
                log.warning("hold_not_extended", hold=hold.hold_id, status=answer["status"])


async def _converse(
    metering: Metering, call: Call, hold: Hold, reading: Reading, listener: Listener
) -> None:
    provider = metering.provider
    body = call.ask.outgoing(hold.granted, provider.limit_name)
    async with provider.ask("POST", call.path, call.headers, body) as answer:
        if answer.status >= _REFUSED:
            await deliver(answer, listener)
        elif content_type(answer) == b"text/event-stream":
            await _pass_events(answer, reading, listener)
        else:
            await deliver(answer, listener, reading)


async def deliver(answer: Connection, listener: Listener, reading: Reading | None = None) -> None:
    """Pass an answer on as it comes, and read it as a whole once it is whole."""
    await listener.begin(answer.status, passed_back(answer))
    whole = bytearray()
    while chunk := await answer.chunk():
        if reading is not None:
            reading.answered = True
            whole += chunk if len(whole) + len(chunk) <= _READ_MAX else b""
        await listener.part(chunk, more=True)
    if reading is not None:
        reading.absorb(parsed(bytes(whole)))
    await listener.part(b"", more=False)


async def _pass_events(answer: Connection, reading: Reading, listener: Listener) -> None:
    """Pass whole events on unchanged; without the report that only we have asked for."""
    # One event less makes the answer shorter than its provider announced.
    headers = [header for header in passed_back(answer) if header[0] != b"content-length"]
    await listener.begin(answer.status, headers)
    events, hidden = Events(), reading.ask.hides_usage
    while chunk := await answer.chunk():
        kept = [event for event in events.feed(chunk) if _hear(reading, event, hidden=hidden)]
        if events.pending > _READ_MAX:
            raise UpstreamNonsense("an event without an end")
        if kept:
            await listener.part(b"".join(kept), more=True)
    rest = events.rest()
    await listener.part(rest if _hear(reading, rest, hidden=hidden) else b"", more=False)


def _hear(reading: Reading, event: bytes, *, hidden: bool) -> bool:
    """Count what the event says; whether it is passed on."""
    said = payload(event)
    reading.absorb(said)
    return not (hidden and is_usage_alone(said))
