"""Sync saw a model appear, change or vanish."""

from dataclasses import replace
from datetime import datetime

from pricing_service.commands.announce_prices import announce_prices
from pricing_service.domain.price import Model
from pricing_service.store import book, models
from shared import inbox
from shared.contracts import Event
from shared.contracts.sync import ModelChanged
from shared.db import Connection, Database


async def apply_model_change(db: Database, event: Event[ModelChanged], now: datetime) -> None:
    """What an administrator decided (prices, free, restricted) stays; nothing is deleted."""

    async def work(conn: Connection) -> None:
        if not await inbox.first_time(conn, event.id):
            return
        await book.lock(conn)
        seen = event.data
        found = await models.find(conn, seen.model_id)
        if found is not None and event.sequence <= found.sync_sequence:
            return
        model = replace(
            found or Model(id=seen.model_id, name=seen.name),
            name=seen.name,
            base_model_id=seen.base_model_id,
            access=seen.access,
            is_active=seen.is_active,
            status=seen.status,
            sync_sequence=event.sequence,
        )
        await models.save(conn, model)
        await announce_prices(conn, [model.id], now)

    await db.run(work)
