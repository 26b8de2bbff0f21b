"""Links that sign a user in once, and the sessions that come of them; only MACs are kept."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.db import Connection, Row


async def lock_links(conn: Connection, user_id: str) -> None:
    """Until the transaction ends nobody else issues a link for this user."""
    await conn.execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", user_id)


async def links_since(conn: Connection, user_id: str, since: datetime) -> int:
    found: int = await conn.fetchval(
        "SELECT count(*) FROM user_link WHERE user_id = $1 AND issued_at > $2", user_id, since
    )
    return found


async def add_link(conn: Connection, link: Mapping[str, Any]) -> None:
    await conn.execute(
        """
        INSERT INTO user_link (code_mac, user_id, name, email, issued_by, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        link["code_mac"], link["user_id"], link["name"], link["email"],
        link["issued_by"], link["issued_at"], link["expires_at"],
    )  # fmt: skip


async def use_link(conn: Connection, code_mac: bytes, now: datetime) -> Row | None:
    """The person a link names; None for one that is used, over or unknown."""
    return await conn.fetchrow(
        """
        UPDATE user_link SET used_at = $2
        WHERE code_mac = $1 AND used_at IS NULL AND expires_at > $2
        RETURNING user_id, name, email
        """,
        code_mac, now,
    )  # fmt: skip


async def add(
    conn: Connection, token_mac: bytes, person: Row, now: datetime, expires_at: datetime
) -> None:
    await conn.execute(
        """
        INSERT INTO user_session (token_mac, user_id, name, email, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        token_mac, person["user_id"], person["name"], person["email"], now, expires_at,
    )  # fmt: skip


async def find(conn: Connection, token_mac: bytes) -> Row | None:
    return await conn.fetchrow(
        """
        SELECT user_id, name, email, expires_at FROM user_session
        WHERE token_mac = $1 AND revoked_at IS NULL
        """,
        token_mac,
    )


async def revoke(conn: Connection, token_mac: bytes, now: datetime) -> None:
    await conn.execute(
        "UPDATE user_session SET revoked_at = $2 WHERE token_mac = $1 AND revoked_at IS NULL",
        token_mac, now,
    )  # fmt: skip


async def forget_expired(conn: Connection, before: datetime) -> None:
    await conn.execute("DELETE FROM user_link WHERE expires_at < $1", before)
    await conn.execute("DELETE FROM user_session WHERE expires_at < $1", before)
