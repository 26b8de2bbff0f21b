"""How fresh the mirror of Open WebUI is, for Prometheus."""

from collections.abc import AsyncIterator
from typing import Final

from prometheus_client import Gauge

from shared.db import Connection
from shared.gauges import Reading
from sync_service.store import runs

LAST_SUCCESS: Final = Gauge(
    "owc_sync_last_success_timestamp_seconds",
    "When Open WebUI was last read whole",
    ["instance"],
)


async def sample(conn: Connection) -> AsyncIterator[Reading]:
    run = await runs.newest(conn, "succeeded")
    finished = run["finished_at"].timestamp() if run else 0
    yield Reading(LAST_SUCCESS, finished, ("openwebui",))
