"""What the ledger says about itself to Prometheus, without a step more on the way of a charge."""

from collections.abc import AsyncIterator, Iterable
from typing import Final

from prometheus_client import REGISTRY, Gauge
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from prometheus_client.samples import Sample

from ledger_service.store import verifications
from shared.db import Connection
from shared.gauges import MISMATCH, PRICE_BOOK, VERIFIED_AT, Reading
from shared.telemetry import DURATION, REQUESTS

HOLDS_OPEN: Final = Gauge("owc_holds_open", "Holds that wait for their usage")
HOLD_AGE: Final = Gauge("owc_hold_age_seconds_max", "Age of the oldest open hold")
# The kinds of postings by the route that asks for them.
_KINDS: Final = {
    "/api/credits/deduct-tokens": "charge",
    "/api/credits/holds": "open_hold",
    "/api/credits/holds/{hold_id}/extend": "extend_hold",
    "/api/credits/holds/{hold_id}/settle": "settle_hold",
    "/api/credits/holds/{hold_id}/release": "release_hold",
    "/api/credits/update": "adjust",
    "/api/credits/grants": "grant",
    "/api/credits/transactions/{transaction_id}/reverse": "reverse",
}
_REFUSALS: Final = {402: "insufficient", 404: "unknown", 409: "conflict", 503: "unavailable"}
_FAILED: Final = 500
_REFUSED: Final = 400


async def sample(conn: Connection) -> AsyncIterator[Reading]:
    """Holds, the copy of the price book, and what the last check of the books found."""
    row = await conn.fetchrow(
        """
        SELECT count(*) AS open,
            coalesce(extract(epoch FROM now() - min(opened_at)), 0)::float8 AS age,
            (SELECT revision FROM price_book) AS revision
        FROM hold WHERE status = 'open'
        """
    )
    if row is not None:
        yield Reading(HOLDS_OPEN, row["open"])
        yield Reading(HOLD_AGE, row["age"])
        yield Reading(PRICE_BOOK, row["revision"], ("ledger",))
    breaches, checked_at = await verifications.latest(conn)
    for invariant, count in breaches.items():
        yield Reading(MISMATCH, count, (invariant,))
    if checked_at is not None:
        yield Reading(VERIFIED_AT, checked_at.timestamp(), ("ledger",))


def _result(code: int) -> str:
    if code < _REFUSED:
        return "ok"
    return _REFUSALS.get(code, "failed" if code >= _FAILED else "refused")


class Operations(Collector):
    """Postings, told from the requests that are counted anyway."""

    def collect(self) -> Iterable[Metric]:
        counted: dict[tuple[str, str], float] = {}
        for found in _samples(REQUESTS, "http_server_requests_total"):
            kind = _KINDS.get(found.labels["route"])
            if kind and found.labels["method"] == "POST":
                key = kind, _result(int(found.labels["code"]))
                counted[key] = counted.get(key, 0) + found.value
        operations = CounterMetricFamily(
            "owc_ledger_operations", "Postings asked for", labels=["kind", "result"]
        )
        for key, value in counted.items():
            operations.add_metric(list(key), value)
        yield operations
        yield self._durations()

    @staticmethod
    def _durations() -> Metric:
        name = "owc_ledger_operation_duration_seconds"
        durations = HistogramMetricFamily(name, "Time of a posting", labels=["kind"])
        for found in _samples(DURATION, ""):
            kind = _KINDS.get(found.labels["route"])
            suffix = found.name.removeprefix("http_server_request_duration_seconds")
            if kind and suffix in ("_bucket", "_count", "_sum"):
                labels = {"kind": kind}
                if "le" in found.labels:
                    labels["le"] = found.labels["le"]
                durations.add_sample(name + suffix, labels, found.value)
        return durations


def _samples(metric: Collector, name: str) -> Iterable[Sample]:
    for family in metric.collect():
        yield from (s for s in family.samples if s.name == name or not name)


REGISTRY.register(Operations())
