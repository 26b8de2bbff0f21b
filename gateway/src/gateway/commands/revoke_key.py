"""Ends an API key; every replica refuses it within a second."""

from gateway.commands.issue_key import described
from gateway.store import audit
from gateway.store import keys as key_rows
from shared.db import Database, Row
from shared.problems import NotFound


async def revoke_key(db: Database, key_id: str, origin: audit.Origin) -> Row:
    """The key as it is now. Revoking twice is as good as once."""
    async with db.transaction() as conn:
        before = await key_rows.lock(conn, key_id)
        if before is None:
            raise NotFound("API key not found", slug="unknown-key")
        if before["revoked_at"] is not None:
            return before
        await key_rows.revoke(conn, key_id, origin.now)
        after = await key_rows.lock(conn, key_id)
        assert after is not None  # noqa: S101 - it is locked
        await audit.add(
            conn, origin, "key.revoke", key_id, before=described(before), after=described(after)
        )
    return after
