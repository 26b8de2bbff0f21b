"""Money's numbers for Prometheus, read from the books."""

from typing import Final

from prometheus_client import Gauge

from shared.db import Connection
from shared.gauges import MISMATCH

_PROVIDER: Final = "yookassa"
PAYMENTS: Final = Gauge(
    "owc_payments_total", "Payments by what became of them", ["provider", "status"]
)
GRANT_LATENCY: Final = Gauge(
    "owc_payment_grant_latency_seconds",
    "From the provider's capture to our grant, payments of the last hour",
    ["quantile"],
)
WEBHOOKS: Final = Gauge(
    "owc_webhooks_total", "Notices of the provider by what became of them", ["provider", "result"]
)
PAYMENT_STATES: Final = ("created", "sent", "pending", "succeeded", "canceled", "failed")
NOTICE_STATES: Final = ("new", "applied", "ignored", "quarantined")
_QUANTILES: Final = ("0.5", "0.99")


async def sample(conn: Connection) -> None:
    for gauge in (PAYMENTS, WEBHOOKS, MISMATCH, GRANT_LATENCY):
        gauge.clear()
    for status in (*PAYMENT_STATES, "quarantined"):
        PAYMENTS.labels(_PROVIDER, status).set(0)
    for row in await conn.fetch("SELECT status, count(*) AS n FROM payment GROUP BY status"):
        PAYMENTS.labels(_PROVIDER, row["status"]).set(row["n"])
    for result in NOTICE_STATES:
        WEBHOOKS.labels(_PROVIDER, result).set(0)
    for row in await conn.fetch("SELECT status, count(*) AS n FROM notice GROUP BY status"):
        WEBHOOKS.labels(_PROVIDER, row["status"]).set(row["n"])
    MISMATCH.labels("payment_mismatch").set(0)
    unresolved = "SELECT kind, count(*) AS n FROM alarm WHERE resolved_at IS NULL GROUP BY kind"
    for row in await conn.fetch(unresolved):
        MISMATCH.labels(row["kind"]).set(row["n"])
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
        GRANT_LATENCY.labels(quantile).set(seconds)
