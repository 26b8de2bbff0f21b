"""Numbers that live in the servers, not in a process: read when somebody asks for metrics.

So they are right after a restart, the workers need no door, and every replica says the same.
"""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

import structlog
from prometheus_client import Gauge

from shared import backlog
from shared.db import Connection, Database
from shared.streams import redis_client, stream_of

Sample = Callable[[Connection], Awaitable[None]]
# However often somebody asks, the servers are asked this often.
KEPT_S: Final = 5.0
log = structlog.get_logger(__name__)

BUILD: Final = Gauge("owc_build_info", "1, with the version that runs", ["service", "version"])
UNREADABLE: Final = Gauge(
    "owc_gauges_unreadable", "1 while a server cannot be asked", ["service", "server"]
)
UNSENT: Final = Gauge("owc_outbox_unsent", "Facts not yet in the stream", ["service"])
UNSENT_AGE: Final = Gauge(
    "owc_outbox_oldest_age_seconds", "Age of the oldest such fact", ["service"]
)
DEAD: Final = Gauge("owc_dead_letters_total", "Facts that failed too often", ["service"])
LAG: Final = Gauge("owc_stream_lag", "Facts that a group has not read", ["stream", "group"])
MISMATCH: Final = Gauge(
    "owc_reconcile_mismatch", "Disagreements that nobody has resolved; must be 0", ["check"]
)
VERIFIED_AT: Final = Gauge(
    "owc_reconcile_last_success_timestamp_seconds", "When all of it was last checked", ["check"]
)
PRICE_BOOK: Final = Gauge(
    "owc_pricebook_version", "Changes of the price book, and of the ledger's copy", ["service"]
)
PENDING_AGE: Final = Gauge(
    "owc_stream_pending_oldest_seconds",
    "Age of the oldest fact that was read and not finished",
    ["stream", "group"],
)


class Gauges:
    """Of one service; `samples` set gauges of its own, which they clear when they are called."""

    def __init__(self, service: str, version: str, db: Database, redis_url: str = "") -> None:
        self._service = service
        self._db = db
        self._redis_url = redis_url
        self._samples: list[Sample] = [self._events] if redis_url else []
        self._read_at = -KEPT_S
        BUILD.labels(service, version).set(1)

    def add(self, *samples: Sample) -> "Gauges":
        self._samples.extend(samples)
        return self

    async def refresh(self) -> None:
        """Ask the servers; what cannot be asked now is not stated at all."""
        if time.monotonic() - self._read_at < KEPT_S:
            return
        self._read_at = time.monotonic()
        await self._guarded("postgresql", self._ask_database)
        if self._redis_url:
            await self._guarded("redis", self._ask_redis)

    async def _guarded(self, server: str, ask: Callable[[], Awaitable[None]]) -> None:
        failed = 0
        try:
            await ask()
        except Exception as error:  # noqa: BLE001 - what is counted here is told all the same
            log.warning("gauges_unreadable", server=server, error=repr(error))
            failed = 1
        UNREADABLE.labels(self._service, server).set(failed)

    async def _ask_database(self) -> None:
        for gauge in (UNSENT, UNSENT_AGE, DEAD):
            gauge.clear()
        async with self._db.reader() as conn:
            for sample in self._samples:
                await sample(conn)

    async def _events(self, conn: Connection) -> None:
        count, oldest = await backlog.unsent(conn, self._service)
        UNSENT.labels(self._service).set(count)
        UNSENT_AGE.labels(self._service).set(_age(oldest))
        DEAD.labels(self._service).set(await backlog.dead(conn))

    async def _ask_redis(self) -> None:
        LAG.clear()
        PENDING_AGE.clear()
        redis = redis_client(self._redis_url)
        try:
            async for found in backlog.unread(redis, self._service):
                labels = stream_of(found.producer), self._service
                PENDING_AGE.labels(*labels).set(_age(found.pending_since))
                if found.lag is not None:
                    LAG.labels(*labels).set(found.lag)
        finally:
            await redis.aclose()


def _age(since: datetime | None) -> float:
    return max((datetime.now(UTC) - since).total_seconds(), 0) if since else 0
