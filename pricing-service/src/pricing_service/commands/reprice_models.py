"""Apply a bulk change exactly as it was previewed."""

from datetime import datetime
from typing import Any

from pricing_service.commands.answer_once import answer_once
from pricing_service.commands.place_order import place_order
from pricing_service.domain.bulk import BulkChange
from pricing_service.domain.price import Order
from pricing_service.queries.load_snapshot import load_snapshot
from pricing_service.queries.preview_bulk import preview_bulk
from shared.db import Connection, Database
from shared.idempotency import Write
from shared.problems import Conflict


async def reprice_models(
    db: Database,
    write: Write,
    change: BulkChange,
    digest: str,
    now: datetime,
    *,
    confirm_jump: bool,
    reason: str,
) -> bytes:
    """All models or none. Conflict if the prices are not those of the preview any more."""

    async def work(conn: Connection) -> dict[str, Any]:
        snapshot = await load_snapshot(conn, 0, now)
        preview = preview_bulk(snapshot, change, now)
        if preview["digest"] != digest:
            raise Conflict(
                "The prices changed after the preview. Preview again.", slug="preview-outdated"
            )
        for item in preview["changes"]:
            taken_away = dict.fromkeys(item["before"]["prices"])
            order = Order(
                model_id=item["id"],
                prices={**taken_away, **item["after"]["prices"]},
                is_free=item["after"]["is_free"],
                source="bulk",
                effective_from=change.effective_from,
                confirm_jump=confirm_jump,
                reason=reason,
            )
            await place_order(conn, order, snapshot.terms, write.actor, now)
        return {"status": "success", "changed": len(preview["changes"])}

    return await answer_once(db, write, work)
