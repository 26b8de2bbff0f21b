"""Remembers who took the waiting list away: it holds names and addresses of people."""

from shared.db import Database
from sync_service.store import log


async def record_export(db: Database, actor: str, name: str) -> None:
    async with db.transaction() as connection:
        await log.add(connection, "export_waiting_list", f"Exported {name}", actor)
