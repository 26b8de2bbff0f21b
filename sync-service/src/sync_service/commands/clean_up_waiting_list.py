"""Forgets applicants that are done with, or all of them."""

from shared.db import Database
from sync_service.store import waiting_list


async def clean_up_waiting_list(db: Database, *, everybody: bool) -> int:
    """How many were deleted. Those who still wait are deleted only with `everybody`."""
    async with db.transaction() as connection:
        return await waiting_list.remove(connection, everybody=everybody)
