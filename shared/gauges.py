"""Numbers that live in the servers, not in a process: read when somebody asks for metrics.

So they are right after a restart, the workers need no door, and every replica says the same.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Final, NamedTuple

import structlog
from prometheus_client import Gauge

from shared import backlog
from shared.db import Connection, Database
from shared.patience import within
from shared.streams import redis_client, stream_of

# However often somebody asks, the servers are asked this often.
KEPT_S: Final = 5.0
# Prometheus gives up after 10 s, and then knows nothing at all of this process.
ASK_WITHIN_S: Final = 4.0
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
WORKER_SEEN: Final = Gauge(
    "owc_worker_seen_timestamp_seconds", "When a worker was last at work; 0: never", ["service"]
)
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


# A worker moves its relay's lease on every few seconds, whether there are facts or not.
_SEEN: Final = """
    SELECT coalesce(extract(epoch FROM
        least(max(nullif(lease_until, '-infinity')), now())), 0)::float8
    FROM relay WHERE producer = $1
"""


class Reading(NamedTuple):
    """What a gauge shall say."""

    gauge: Gauge
    value: float
    labels: tuple[str, ...] = ()


Sample = Callable[[Connection], AsyncIterator[Reading]]


class Gauges:
    """Of one service; `samples` read numbers of its own from its database."""

    def __init__(self, service: str, version: str, db: Database, redis_url: str) -> None:
        self._service = service
        self._db = db
        self._redis_url = redis_url
        self._samples: list[Sample] = [self._events]
        self._stated: dict[str, list[Reading]] = {}
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
        await asyncio.gather(
            self._ask("postgresql", self._in_database()), self._ask("redis", self._in_redis())
        )

    async def _ask(self, server: str, question: Awaitable[list[Reading]]) -> None:
        readings, failed = [], 0
        try:
            readings = await within(ASK_WITHIN_S, question)
        except Exception as error:  # noqa: BLE001 - what is counted here is told all the same
            log.warning("gauges_unreadable", server=server, error=repr(error))
            failed = 1
        UNREADABLE.labels(self._service, server).set(failed)
        self._state(server, readings)

    def _state(self, server: str, readings: list[Reading]) -> None:
        """Without a pause, so that nobody who asks meanwhile sees less than all."""
        for gauge, _, labels in (*self._stated.get(server, ()), *readings):
            if labels:
                gauge.clear()
            else:
                gauge.set(math.nan)
        for gauge, value, labels in readings:
            (gauge.labels(*labels) if labels else gauge).set(value)
        self._stated[server] = readings

    async def _in_database(self) -> list[Reading]:
        async with self._db.reader() as conn:
            return [reading for sample in self._samples async for reading in sample(conn)]

    async def _events(self, conn: Connection) -> AsyncIterator[Reading]:
        labels = (self._service,)
        count, oldest = await backlog.unsent(conn, self._service)
        yield Reading(UNSENT, count, labels)
        yield Reading(UNSENT_AGE, age(oldest), labels)
        yield Reading(DEAD, await backlog.dead(conn), labels)
        yield Reading(WORKER_SEEN, await conn.fetchval(_SEEN, self._service), labels)

    async def _in_redis(self) -> list[Reading]:
        readings = []
        redis = redis_client(self._redis_url)
        try:
            async for found in backlog.unread(redis, self._service):
                labels = stream_of(found.producer), self._service
                readings.append(Reading(PENDING_AGE, age(found.pending_since), labels))
                if found.lag is not None:
                    readings.append(Reading(LAG, found.lag, labels))
        finally:
            await redis.aclose()
        return readings


def age(since: datetime | None) -> float:
    """In seconds; 0 where there is nothing."""
    return max((datetime.now(UTC) - since).total_seconds(), 0) if since else 0
