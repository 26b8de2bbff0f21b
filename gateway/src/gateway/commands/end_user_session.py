"""Ends a session that came of a link, everywhere."""

from datetime import datetime

from gateway.domain import keys
from gateway.store import user_sessions
from shared.db import Database


async def end_user_session(db: Database, secret: bytes, token: str, now: datetime) -> None:
    """Idempotent."""
    async with db.transaction() as conn:
        await user_sessions.revoke(conn, keys.mac(secret, token), now)
