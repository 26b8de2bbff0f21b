"""Open WebUI says that something changed: poll now instead of at the next turn."""

import hmac

from shared.db import Database
from sync_service.store import polls


async def take_hint(db: Database, given: str, secret: str | None) -> bool:
    """True if the hint was ours to take. It is never proof: the poll finds out what is true."""
    if secret is None or not hmac.compare_digest(given.encode(), secret.encode()):
        return False
    async with db.transaction() as connection:
        await polls.hint(connection)
    return True
