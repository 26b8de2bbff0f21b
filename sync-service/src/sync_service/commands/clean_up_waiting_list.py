"""Forgets applicants that are done with, or all of them."""

from shared.db import Database
from sync_service.store import log, waiting_list


async def clean_up_waiting_list(db: Database, actor: str, *, everybody: bool) -> int:
    """How many were deleted. Those who still wait are deleted only with `everybody`."""
    async with db.transaction() as connection:
        count = await waiting_list.remove(connection, everybody=everybody)
        await log.add(connection, "cleanup_waiting_list", f"Deleted {count} entries", actor)
        return count
