"""An administrator declares a model restricted, open, or as Open WebUI says (None)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pricing_service.commands.announce_prices import announce_prices
from pricing_service.commands.answer_once import answer_once
from pricing_service.store import audit, models
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import NotFound


async def set_restricted(
    db: Database,
    write: Write,
    model_id: str,
    now: datetime,
    *,
    restricted: bool | None,
    reason: str,
) -> bytes:
    """The word of an administrator outlives every sync."""

    async def work(conn: Connection) -> dict[str, Any]:
        found = await models.find(conn, model_id)
        if found is None:
            raise NotFound("Model not found", slug="unknown-model")
        model = replace(found, restricted_by_admin=restricted)
        if model != found:
            await models.save(conn, model)
            await audit.record(
                conn,
                "set_restricted",
                write.actor,
                now,
                model_id=model_id,
                before={"is_restricted": found.is_restricted},
                after={"is_restricted": model.is_restricted, "by_admin": restricted},
                reason=reason,
            )
            await announce_prices(conn, [model_id], now)
        return {"status": "success", "model_id": model_id, "is_restricted": model.is_restricted}

    return await answer_once(db, write, work)
