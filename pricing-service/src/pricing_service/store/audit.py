"""Rows of `price_change`: the append-only record of who changed what."""

from datetime import datetime
from typing import Any, Final

from shared import outbox
from shared.auth import Principal
from shared.contracts.log import LOG, PricingLogged
from shared.db import Connection
from shared.telemetry import trace_id

# The names by which administrators know these acts from the first system's log.
_LOG_TYPES: Final = {
    "update_price": "model_pricing_update",
    "set_free": "model_free_status_update",
    "set_restricted": "model_restriction_status_update",
    "change_settings": "settings_update",
}


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
    words = action.replace("_", " ").capitalize()
    entry = PricingLogged(
        log_type=_LOG_TYPES.get(action, action),
        message=f"{words}: {model_id}" if model_id else words,
        actor=actor.actor,
        actor_id=actor.id,
        model_id=model_id,
        before=before,
        after=after,
        reason=reason,
        trace_id=trace_id(),
    )
    await outbox.add(conn, entry, aggregate_id=LOG)


async def page(
    conn: Connection, model_id: str | None, limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Records, newest first, and how many there are."""
    rows = await conn.fetch(
        """
        SELECT id, at, action, model_id, actor_kind, actor_id, actor, before, after, reason,
            trace_id
        FROM price_change WHERE $1::text IS NULL OR model_id = $1
        ORDER BY id DESC LIMIT $2 OFFSET $3
        """,
        model_id,
        limit,
        offset,
    )
    total = await conn.fetchval(
        "SELECT count(*) FROM price_change WHERE $1::text IS NULL OR model_id = $1", model_id
    )
    return [dict(row) for row in rows], total
