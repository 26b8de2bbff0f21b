"""Money's numbers for Prometheus, read from the books."""

from collections.abc import AsyncIterator
from typing import Final

from prometheus_client import Gauge

from shared.db import Connection
from shared.gauges import MISMATCH, Reading, age

_PROVIDER: Final = "yookassa"
PAYMENTS: Final = Gauge(
    "owc_payments_total", "Payments by what became of them", ["provider", "status"]
)
GRANT_LATENCY: Final = Gauge(
    "owc_payment_grant_latency_seconds",
    "From the provider's capture to the fact that grants, payments of the last hour",
    ["quantile"],
)
NOTICE_AGE: Final = Gauge(
    "owc_notice_age_seconds_max", "Age of the oldest notice that was not acted upon"
)
WEBHOOKS: Final = Gauge(
    "owc_webhooks_total", "Notices of the provider by what became of them", ["provider", "result"]
)
PAYMENT_STATES: Final = (
    "created",
    "sent",
    "pending",
    "succeeded",
    "canceled",
    "failed",
    "quarantined",
)
NOTICE_STATES: Final = ("new", "applied", "ignored", "quarantined")
_QUANTILES: Final = ("0.5", "0.99")


async def sample(conn: Connection) -> AsyncIterator[Reading]:
    """What is not there is 0, so that its first appearance is a change."""
    payments = {**dict.fromkeys(PAYMENT_STATES, 0), **await _counted(conn, "status", "payment")}
    for status, count in payments.items():
        yield Reading(PAYMENTS, count, (_PROVIDER, status))
    notices = {**dict.fromkeys(NOTICE_STATES, 0), **await _counted(conn, "status", "notice")}
    for result, count in notices.items():
        yield Reading(WEBHOOKS, count, (_PROVIDER, result))
    waiting = "SELECT min(updated_at) FROM notice WHERE status = 'new'"
    yield Reading(NOTICE_AGE, age(await conn.fetchval(waiting)))
    unresolved = await _counted(conn, "kind", "alarm WHERE resolved_at IS NULL")
    for kind, count in ({"payment_mismatch": 0} | unresolved).items():
        yield Reading(MISMATCH, count, (kind,))
    latencies = await conn.fetchval(
        """
        SELECT percentile_cont($1::float8[]) WITHIN GROUP
            (ORDER BY greatest(extract(epoch FROM updated_at - paid_at), 0)::float8)
        FROM payment WHERE status = 'succeeded' AND refunded_amount = 0
            AND paid_at > now() - interval '1 hour'
        """,
        [float(quantile) for quantile in _QUANTILES],
    )
    for quantile, seconds in zip(_QUANTILES, latencies or (0.0, 0.0), strict=True):
        yield Reading(GRANT_LATENCY, seconds, (quantile,))


async def _counted(conn: Connection, column: str, rows: str) -> dict[str, int]:
    found = await conn.fetch(f"SELECT {column}, count(*) FROM {rows} GROUP BY 1")
    return {row[0]: row[1] for row in found}
