"""Groups postings without a timer: what piles up while a statement runs goes into the next one.

One commit then serves many requests, so full durability costs a fraction; an idle system sends a
batch of one at once.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Final

import asyncpg
import structlog

from ledger_service.store.postings import Item, Outcome, post
from shared.db import Database
from shared.problems import Unavailable
from shared.telemetry import trace_parent
from shared.tracing import batching

# A second statement costs more than what it wins (measured: tests/bench), unless the first one is
# late: it may wait for an account that somebody else has locked.
WRITERS: Final = 2
BATCH_MAX: Final = 128
LATE_S: Final = 0.01
# Beyond this the callers would wait longer than they are willing to.
QUEUE_MAX: Final = 10_000

log = structlog.get_logger(__name__)
# None leaves the time to the database's clock; test clocks return theirs.
Clock = Callable[[], datetime | None]
_Waiting = tuple[Item, "asyncio.Future[Outcome]"]


class Batcher:
    """Posts items for all requests of this process; `submit` answers with the item's outcome."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._queue: deque[_Waiting] = deque()
        self._filled = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._stopping = False
        self._under_way = 0
        self._late_at = 0.0

    def start(self) -> None:
        # Asking for the running loop is a system call, in Python 3.11.
        self._loop = asyncio.get_running_loop()
        self._tasks = [asyncio.create_task(self._work()) for _ in range(WRITERS)]

    async def stop(self) -> None:
        """Post what is queued, then end."""
        self._stopping = True
        self._filled.set()
        await asyncio.gather(*self._tasks)

    async def submit(self, item: Item) -> Outcome:
        """Wait until `item` is decided and durable; Unavailable if that cannot be known."""
        if len(self._queue) >= QUEUE_MAX:
            raise Unavailable("The ledger is too busy")
        item.traceparent = trace_parent.get()
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._queue.append((item, future))
        self._filled.set()
        return await future

    async def _work(self) -> None:
        while not (self._stopping and not self._queue):
            if not self._queue or (self._under_way and self._loop.time() < self._late_at):
                self._filled.clear()
                await self._filled.wait()
                continue
            count = min(len(self._queue), BATCH_MAX)
            batch = [self._queue.popleft() for _ in range(count)]
            self._under_way += 1
            self._late_at = self._loop.time() + LATE_S
            self._loop.call_at(self._late_at, self._filled.set)
            try:
                await self._post(batch)
            finally:
                self._under_way -= 1
                self._filled.set()

    async def _post(self, batch: list[_Waiting]) -> None:
        try:
            outcomes = await self._run([item for item, _ in batch])
        except Unavailable as error:
            _fail(batch, error)
        except (asyncpg.PostgresError, ValueError, TypeError) as error:
            if len(batch) == 1:
                log.exception("posting_failed", error=type(error).__name__)
                _fail(batch, error)
                return
            # One item spoils its batch: each is tried by itself, so the others still post.
            for waiting in batch:
                await self._post([waiting])
        else:
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                if not future.done():
                    future.set_result(outcome)

    async def _run(self, items: list[Item]) -> list[Outcome]:
        with batching(item.traceparent for item in items):
            return await self._db.run_statement(
                lambda connection: post(connection, items, self._clock())
            )


def _fail(batch: list[_Waiting], error: Exception) -> None:
    for _, future in batch:
        if not future.done():
            future.set_exception(error)
