"""How fresh the mirror of Open WebUI is, for Prometheus."""

from typing import Final

from prometheus_client import Gauge

from shared.db import Connection
from sync_service.store import runs

LAST_SUCCESS: Final = Gauge(
    "owc_sync_last_success_timestamp_seconds",
    "When Open WebUI was last read whole",
    ["instance"],
)


async def sample(conn: Connection) -> None:
    LAST_SUCCESS.clear()
    run = await runs.newest(conn, "succeeded")
    finished = run["finished_at"].timestamp() if run else 0
    LAST_SUCCESS.labels("openwebui").set(finished)
