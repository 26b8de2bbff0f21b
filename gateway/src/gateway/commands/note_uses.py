"""Write when API keys were last used, many at once: a request waits for no such write."""

from collections.abc import Mapping
from datetime import datetime

from gateway.store import keys
from shared.db import Database


async def note_uses(db: Database, used: Mapping[str, datetime]) -> None:
    if used:
        async with db.transaction() as conn:
            await keys.note_use(conn, used)
