"""Rows of administrators."""

from collections.abc import Sequence
from datetime import datetime

from shared.db import Connection, Row

_COLUMNS = "username, role, totp_confirmed, created_by, created_at, disabled_at"
_SECRETS = "password_hash, totp_nonce, totp_last_step"


async def find(conn: Connection, username: str) -> Row | None:
    return await conn.fetchrow(
        f"SELECT {_COLUMNS}, {_SECRETS} FROM admin WHERE username = $1", username
    )


async def lock(conn: Connection, username: str) -> Row | None:
    return await conn.fetchrow(
        f"SELECT {_COLUMNS}, {_SECRETS} FROM admin WHERE username = $1 FOR UPDATE", username
    )


async def every(conn: Connection) -> Sequence[Row]:
    return await conn.fetch(f"SELECT {_COLUMNS} FROM admin ORDER BY username")


async def is_any(conn: Connection) -> bool:
    return bool(await conn.fetchval("SELECT EXISTS (SELECT FROM admin)"))


async def lock_all(conn: Connection) -> None:
    """Two who each disable the other must not both succeed."""
    await conn.execute("LOCK TABLE admin IN SHARE ROW EXCLUSIVE MODE")


async def owners(conn: Connection) -> int:
    count: int = await conn.fetchval(
        "SELECT count(*) FROM admin WHERE role = 'owner' AND disabled_at IS NULL"
    )
    return count


async def add(
    conn: Connection,
    *,
    username: str,
    password_hash: str,
    role: str,
    created_by: str,
    now: datetime,
) -> Row | None:
    """None where the name is taken."""
    return await conn.fetchrow(
        f"""
        INSERT INTO admin (username, password_hash, role, created_by, created_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING {_COLUMNS}
        """,
        username, password_hash, role, created_by, now,
    )  # fmt: skip


async def set_role(conn: Connection, username: str, role: str) -> None:
    await conn.execute("UPDATE admin SET role = $2 WHERE username = $1", username, role)


async def set_disabled(conn: Connection, username: str, moment: datetime | None) -> None:
    await conn.execute("UPDATE admin SET disabled_at = $2 WHERE username = $1", username, moment)


async def set_password(conn: Connection, username: str, password_hash: str) -> None:
    await conn.execute(
        "UPDATE admin SET password_hash = $2 WHERE username = $1", username, password_hash
    )


async def set_totp(conn: Connection, username: str, nonce: str | None, *, confirmed: bool) -> None:
    await conn.execute(
        """
        UPDATE admin SET totp_nonce = $2, totp_confirmed = $3, totp_last_step = 0
        WHERE username = $1
        """,
        username, nonce, confirmed,
    )  # fmt: skip


async def use_totp_step(conn: Connection, username: str, step: int, nonce: str) -> bool:
    """True once for each step: a code that was seen over a shoulder is worth nothing."""
    used = await conn.fetchval(
        """
        UPDATE admin SET totp_last_step = $2, totp_nonce = $3
        WHERE username = $1 AND totp_last_step < $2
        RETURNING true
        """,
        username, step, nonce,
    )  # fmt: skip
    return bool(used)
