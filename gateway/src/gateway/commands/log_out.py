"""Ends a session everywhere, not only in the browser that forgets its token."""

from uuid import UUID

from gateway.store import audit, sessions
from shared.db import Database


async def log_out(db: Database, session: UUID, origin: audit.Origin) -> None:
    """Idempotent."""
    async with db.transaction() as conn:
        await sessions.revoke(conn, session, origin.now)
        await audit.add(conn, origin, "logout", origin.principal.id)
