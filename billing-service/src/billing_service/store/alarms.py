"""SQL of alarms: money and our books disagree, a person must look."""

from datetime import datetime
from typing import Any

import structlog
from prometheus_client import Counter

from shared.db import Connection, Row

log = structlog.get_logger(__name__)
RAISED = Counter("owc_billing_alarms", "Disagreements between money and books", ["kind"])


async def raise_alarm(
    conn: Connection, kind: str, object_id: str, details: dict[str, Any], now: datetime
) -> None:
    """Store an alarm once per kind and object."""
    status = await conn.execute(
        """
        INSERT INTO alarm (kind, object_id, details, raised_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (kind, object_id) DO NOTHING
        """,
        kind,
        object_id,
        details,
        now,
    )
    if status.endswith(" 1"):
        RAISED.labels(kind).inc()
        log.error("billing_alarm", kind=kind, object_id=object_id)


async def resolve(conn: Connection, alarm_id: int, now: datetime) -> Row | None:
    """Close an open alarm; None if there is none."""
    return await conn.fetchrow(
        """
        UPDATE alarm SET resolved_at = $2 WHERE id = $1 AND resolved_at IS NULL
        RETURNING kind, object_id
        """,
        alarm_id,
        now,
    )
