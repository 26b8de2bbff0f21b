"""Rows of API keys; the secret itself is never here."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from shared.db import Connection, Row

_COLUMNS = (
    "id, name, scopes, created_by, created_at, last_used_at, expires_at, revoked_at, rotated_from"
)


async def find(conn: Connection, key_id: str) -> Row | None:
    return await conn.fetchrow(f"SELECT {_COLUMNS}, secret_mac FROM api_key WHERE id = $1", key_id)


async def lock(conn: Connection, key_id: str) -> Row | None:
    return await conn.fetchrow(f"SELECT {_COLUMNS} FROM api_key WHERE id = $1 FOR UPDATE", key_id)


async def every(conn: Connection) -> Sequence[Row]:
    return await conn.fetch(f"SELECT {_COLUMNS} FROM api_key ORDER BY created_at DESC, id")


async def add(
    conn: Connection,
    *,
    key_id: str,
    name: str,
    scopes: Sequence[str],
    secret_mac: bytes,
    created_by: str,
    now: datetime,
    expires_at: datetime | None,
    rotated_from: str | None = None,
) -> Row:
    row = await conn.fetchrow(
        f"""
        INSERT INTO api_key
            (id, name, scopes, secret_mac, created_by, created_at, expires_at, rotated_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING {_COLUMNS}
        """,
        key_id, name, list(scopes), secret_mac, created_by, now, expires_at, rotated_from,
    )  # fmt: skip
    assert row is not None  # noqa: S101 - RETURNING of an INSERT
    return row


async def revoke(conn: Connection, key_id: str, now: datetime) -> None:
    await conn.execute(
        "UPDATE api_key SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", key_id, now
    )


async def set_mac(conn: Connection, key_id: str, secret_mac: bytes) -> None:
    await conn.execute("UPDATE api_key SET secret_mac = $2 WHERE id = $1", key_id, secret_mac)


async def expire_by(conn: Connection, key_id: str, moment: datetime) -> None:
    """Let a key end at `moment`, or earlier if it would anyway."""
    await conn.execute(
        "UPDATE api_key SET expires_at = least(expires_at, $2) WHERE id = $1", key_id, moment
    )


async def note_use(conn: Connection, used: Mapping[str, datetime]) -> None:
    await conn.execute(
        """
        UPDATE api_key SET last_used_at = greatest(last_used_at, used.at)
        FROM unnest($1::text[], $2::timestamptz[]) AS used (id, at)
        WHERE api_key.id = used.id
        """,
        list(used), list(used.values()),
    )  # fmt: skip


async def has_successor(conn: Connection, key_id: str) -> bool:
    return bool(
        await conn.fetchval("SELECT EXISTS (SELECT FROM api_key WHERE rotated_from = $1)", key_id)
    )
