"""The second process of a service: relay, consumer and timers, until SIGTERM."""

import asyncio
import contextlib
import faulthandler
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Final, NoReturn

import structlog

from shared.problems import Unavailable
from shared.tracing import flush

log = structlog.get_logger(__name__)
Task = Callable[[], Awaitable[None]]
BEAT_S: Final = 1.0
HUNG_AFTER_S: Final = 60.0
HUNG_STATUS: Final = 70
FINISH_WITHIN_S: Final = 20.0
_SPREAD_MAX_S: Final = 5.0


_stop: ContextVar[asyncio.Event | None] = ContextVar("stop", default=None)


async def run(tasks: Sequence[Task]) -> None:
    """Run all tasks until SIGTERM or SIGINT; if one ends by itself, raise its error.

    At the signal each finishes what it has in hand and begins nothing new; what takes longer than
    FINISH_WITHIN_S is cancelled, which rolls it back.
    """
    stop = asyncio.Event()
    _stop.set(stop)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    heart = Heart()
    threading.Thread(target=heart.watch, daemon=True).start()
    beating = asyncio.ensure_future(heart.beat())
    running = [asyncio.ensure_future(task()) for task in tasks]
    stopping = asyncio.ensure_future(_wait(stop))
    done, _ = await asyncio.wait([*running, stopping], return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    await asyncio.wait(running, timeout=FINISH_WITHIN_S)
    for task in (*running, beating):
        task.cancel()
    await asyncio.gather(*running, beating, return_exceptions=True)
    flush()
    for task in done:
        task.result()


async def _wait(stop: asyncio.Event) -> None:
    await stop.wait()


def is_stopping() -> bool:
    """Whether the tasks of this process shall begin nothing new."""
    stop = _stop.get()
    return stop is not None and stop.is_set()


async def pause(seconds: float) -> None:
    """Sleep, but not longer than this process goes on."""
    stop = _stop.get()
    if stop is None:
        await asyncio.sleep(seconds)
        return
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


class Heart:
    """Ends a process whose event loop stands still: nothing inside of the loop could tell."""

    def __init__(self, hung_after_s: float = HUNG_AFTER_S) -> None:
        self._hung_after_s = hung_after_s
        self._last = time.monotonic()
        # For the health check of a container, which sees a stopped process, too.
        self._file = os.environ.get("OWC_BEAT_FILE")

    async def beat(self) -> None:
        while True:
            self._last = time.monotonic()
            self._show()
            await asyncio.sleep(BEAT_S)

    def _show(self) -> None:
        if self._file:
            Path(self._file).touch()

    def watch(self) -> NoReturn:
        """In a thread of its own. Who supervises the process starts it again."""
        while True:
            before = time.monotonic()
            time.sleep(self._hung_after_s / 10)
            now = time.monotonic()
            # A machine that slept, or a stopped process, wakes both: the loop gets its time first.
            if now - before > self._hung_after_s / 2:
                self._last = now
            elif now - self._last > self._hung_after_s:
                sys.stderr.write("the event loop stands still; it hangs here:\n")
                faulthandler.dump_traceback()
                os._exit(HUNG_STATUS)


def every(seconds: float, work: Task) -> Task:
    """Repeat `work` with a pause of `seconds` (±10 %); an error is logged and the timer goes on.

    Rare work does not begin in all processes at once when they start.
    """

    async def repeat() -> None:
        await pause(random.uniform(0, min(seconds / 20, _SPREAD_MAX_S)))  # noqa: S311
        while not is_stopping():
            try:
                await work()
            except Unavailable as error:
                log.warning("timer_waits", timer=work.__name__, error=str(error))
            except Exception:
                log.exception("timer_failed", timer=work.__name__)
            await pause(seconds * random.uniform(0.9, 1.1))  # noqa: S311

    return repeat
