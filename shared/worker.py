"""The second process of a service: relay, consumer and timers, until SIGTERM."""

import asyncio
import contextlib
import random
import signal
from collections.abc import Awaitable, Callable, Sequence

import structlog

from shared.problems import Unavailable
from shared.tracing import flush

log = structlog.get_logger(__name__)
Task = Callable[[], Awaitable[None]]


async def run(tasks: Sequence[Task]) -> None:
    """Run all tasks until SIGTERM or SIGINT; if one ends by itself, raise its error."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    running = [asyncio.ensure_future(task()) for task in tasks]
    stopping = asyncio.ensure_future(stop.wait())
    done, pending = await asyncio.wait([*running, stopping], return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    for task in pending:
        with contextlib.suppress(asyncio.CancelledError):
            await task
    flush()
    for task in done:
        task.result()


def every(seconds: float, work: Task) -> Task:
    """Repeat `work` with a pause of `seconds` (±10 %); an error is logged and the timer goes on."""

    async def repeat() -> None:
        while True:
            try:
                await work()
            except Unavailable as error:
                log.warning("timer_waits", timer=work.__name__, error=str(error))
            except Exception:
                log.exception("timer_failed", timer=work.__name__)
            await asyncio.sleep(seconds * random.uniform(0.9, 1.1))  # noqa: S311

    return repeat
