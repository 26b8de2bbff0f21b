"""Blocking calls beside the event loop: a bounded number of threads, and none that blocks exit."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from billing_service.domain.provider import ProviderUnavailable

Result = TypeVar("Result")


class Slots:
    """At most `at_once` calls run; one more waits `wait_s` and is then refused, unsent.

    Daemon threads, not an executor: the interpreter joins an executor's threads at exit, so
    one hanging provider would hold up every restart.
    """

    def __init__(self, at_once: int, wait_s: float) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._wait_s = wait_s
        self._running: set[asyncio.Future[Any]] = set()
        self._closed = False

    async def run(self, call: Callable[[], Result], within_s: float) -> Result:
        """Run `call` in a thread; TimeoutError after `within_s`, while its slot stays taken."""
        if self._closed:
            raise ProviderUnavailable("the provider is closed")
        try:
            async with asyncio.timeout(self._wait_s):
                await self._free.acquire()
        except TimeoutError:
            raise ProviderUnavailable("all connections to the provider are busy") from None
        future = self._start(call)
        async with asyncio.timeout(within_s):
            # A caller that gives up must not free a slot whose thread still runs.
            return await asyncio.shield(future)

    def _start(self, call: Callable[[], Result]) -> asyncio.Future[Result]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()

        def work() -> None:
            try:
                result = call()
            except BaseException as error:  # noqa: BLE001 - carried over to the waiting caller
                outcome = error
                settle = lambda: future.set_exception(outcome)  # noqa: E731
            else:
                settle = lambda: future.set_result(result)  # noqa: E731
            # The loop is gone when the process ends before the provider answered.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(settle)

        self._running.add(future)
        future.add_done_callback(self._finished)
        threading.Thread(target=work, name="provider", daemon=True).start()
        return future

    def _finished(self, future: asyncio.Future[Any]) -> None:
        self._running.discard(future)
        self._free.release()
        # Marks the failure of a call nobody waits for any more as seen.
        if not future.cancelled():
            future.exception()

    async def close(self, within_s: float) -> None:
        """Take no more calls and give those under way a moment to end."""
        self._closed = True
        if self._running:
            await asyncio.wait(set(self._running), timeout=within_s)
