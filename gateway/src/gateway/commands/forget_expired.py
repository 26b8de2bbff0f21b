"""Deletes sessions and login failures that are long over; the audit log stays whole."""

from datetime import datetime, timedelta
from typing import Final

from gateway.domain.throttle import FORGOTTEN_AFTER
from gateway.store import sessions, throttle, user_sessions
from shared import idempotency
from shared.db import Database

_SESSIONS_KEPT: Final = timedelta(days=1)


async def forget_expired(db: Database, now: datetime) -> None:
    """Idempotent; safe beside a running gateway, whose checks look at the same times."""
    async with db.transaction() as conn:
        await sessions.forget_expired(conn, now - _SESSIONS_KEPT)
        await user_sessions.forget_expired(conn, now - _SESSIONS_KEPT)
        await idempotency.forget_old(conn)
        await throttle.forget(conn, now - FORGOTTEN_AFTER)
