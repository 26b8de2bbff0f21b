"""A new secret for the same purpose; the old one goes on for a while, so that nobody is cut off."""

from datetime import timedelta

from gateway.commands.issue_key import IssuedKey, add_key, described, issue_once
from gateway.store import audit
from gateway.store import keys as key_rows
from shared.db import Connection, Database, Row
from shared.idempotency import Write
from shared.problems import Conflict, NotFound


async def rotate_key(
    db: Database, pepper: bytes, write: Write, key_id: str, overlap: timedelta, origin: audit.Origin
) -> IssuedKey:
    """The successor of `key_id`. Conflict if it is over or has one already."""

    async def work(conn: Connection, nonce: str) -> Row:
        old = await key_rows.lock(conn, key_id)
        if old is None:
            raise NotFound("API key not found", slug="unknown-key")
        if old["revoked_at"] is not None:
            raise Conflict("The API key is revoked", slug="key-revoked")
        if old["expires_at"] is not None and old["expires_at"] <= origin.now:
            raise Conflict("The API key has expired", slug="key-expired")
        if await key_rows.has_successor(conn, key_id):
            raise Conflict("The API key was rotated already", slug="key-rotated")
        row = await add_key(
            conn, pepper, nonce, old["name"], old["scopes"], old["expires_at"], origin, key_id
        )
        await key_rows.expire_by(conn, key_id, origin.now + overlap)
        await audit.add(
            conn, origin, "key.rotate", key_id, before=described(old), after=described(row)
        )
        return row

    return await issue_once(db, pepper, write, work)
