"""Sessions of administrators, and the number that says that some credential has changed."""

from datetime import datetime
from uuid import UUID

from gateway.domain.sessions import Session
from shared.db import Connection, Row


async def add(conn: Connection, session: Session) -> None:
    await conn.execute(
        "INSERT INTO session (jti, username, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        session.jti, session.username, session.created_at, session.expires_at,
    )  # fmt: skip


async def role_of(conn: Connection, jti: UUID) -> Row | None:
    """Username and role of a session that still counts."""
    return await conn.fetchrow(
        """
        SELECT admin.username, admin.role FROM session JOIN admin USING (username)
        WHERE session.jti = $1 AND session.revoked_at IS NULL AND admin.disabled_at IS NULL
        """,
        jti,
    )


async def revoke(conn: Connection, jti: UUID, now: datetime) -> None:
    await conn.execute(
        "UPDATE session SET revoked_at = $2 WHERE jti = $1 AND revoked_at IS NULL", jti, now
    )


async def revoke_of_admin(conn: Connection, username: str, now: datetime) -> None:
    await conn.execute(
        "UPDATE session SET revoked_at = $2 WHERE username = $1 AND revoked_at IS NULL",
        username, now,
    )  # fmt: skip


async def forget_expired(conn: Connection, before: datetime) -> None:
    await conn.execute("DELETE FROM session WHERE expires_at < $1", before)


async def revision(conn: Connection) -> int:
    found: int = await conn.fetchval("SELECT revision FROM credential_revision")
    return found
