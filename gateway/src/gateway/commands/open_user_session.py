"""Exchanges the code of a link for a session, once."""

import secrets
from datetime import datetime

from gateway.domain import keys
from gateway.domain.user_links import SECRET_BYTES, SESSION_LIFETIME
from gateway.store import user_sessions
from shared.db import Database


async def open_user_session(db: Database, secret: bytes, code: str, now: datetime) -> str | None:
    """The token of the session; None where the code is used, over or unknown."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    async with db.transaction() as conn:
        person = await user_sessions.use_link(conn, keys.mac(secret, code), now)
        if person is None:
            return None
        mac = keys.mac(secret, token)
        await user_sessions.add(conn, mac, person, now, now + SESSION_LIFETIME)
    return token
