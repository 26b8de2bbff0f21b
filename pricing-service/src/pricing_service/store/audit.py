"""Rows of `price_change`: the append-only record of who changed what."""

from datetime import datetime
from typing import Any

from shared.auth import Principal
from shared.db import Connection
from shared.telemetry import trace_id


async def record(
    conn: Connection,
    action: str,
    actor: Principal,
    now: datetime,
    *,
    model_id: str | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
) -> None:
    await conn.execute(
        """
        INSERT INTO price_change (at, action, model_id, actor_kind, actor_id, actor, before, after,
            reason, trace_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        now,
        action,
        model_id,
        actor.kind,
        actor.id,
        actor.actor,
        before,
        after,
        reason,
        trace_id(),
    )
