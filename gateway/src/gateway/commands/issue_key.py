"""A new API key. Its text is answered once and stored nowhere."""

import secrets
import string
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from gateway.domain import keys
from gateway.store import audit
from gateway.store import keys as key_rows
from shared.codec import decode
from shared.db import Connection, Database, Row
from shared.idempotency import Write, answer_once
from shared.problems import Invalid

_ALPHABET: Final = string.ascii_lowercase + string.digits
_NONCE_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """What is known of the key, and the text its owner must keep now."""

    row: Mapping[str, Any]
    text: str


async def issue_key(
    db: Database,
    pepper: bytes,
    write: Write,
    *,
    name: str,
    scopes: Sequence[str],
    expires_at: datetime | None,
    origin: audit.Origin,
) -> IssuedKey:
    """Invalid for scopes nobody knows and for an end in the past."""
    unknown = sorted(set(scopes) - keys.SCOPES)
    if unknown:
        raise Invalid("scopes", f"unknown: {', '.join(unknown)}")
    if expires_at is not None and expires_at <= origin.now:
        raise Invalid("expires_at", "must be in the future")

    async def work(conn: Connection, nonce: str) -> Row:
        row = await add_key(conn, pepper, nonce, name, sorted(set(scopes)), expires_at, origin)
        await audit.add(conn, origin, "key.issue", row["id"], after=described(row))
        return row

    return await issue_once(db, pepper, write, work)


async def issue_once(
    db: Database,
    pepper: bytes,
    write: Write,
    work: Callable[[Connection, str], Awaitable[Row]],
) -> IssuedKey:
    """The key that `work` adds. Who repeats the idempotency key gets it again, though its text is
    stored nowhere: the secret is made of it.
    """
    nonce = write.key or secrets.token_urlsafe(_NONCE_BYTES)

    async def added(conn: Connection) -> dict[str, Any]:
        return dict(await work(conn, nonce))

    async with db.transaction() as conn:
        row = decode(await answer_once(conn, write, partial(added, conn)))
    return IssuedKey(row, keys.compose(row["id"], keys.secret_of(pepper, row["id"], nonce)))


async def add_key(
    conn: Connection,
    pepper: bytes,
    nonce: str,
    name: str,
    scopes: Sequence[str],
    expires_at: datetime | None,
    origin: audit.Origin,
    rotated_from: str | None = None,
) -> Row:
    """Add the row of a new secret, in a transaction that its caller opened."""
    key_id = "".join(secrets.choice(_ALPHABET) for _ in range(keys.ID_LENGTH))
    return await key_rows.add(
        conn,
        key_id=key_id,
        name=name,
        scopes=scopes,
        secret_mac=keys.mac(pepper, keys.secret_of(pepper, key_id, nonce)),
        created_by=origin.principal.actor,
        now=origin.now,
        expires_at=expires_at,
        rotated_from=rotated_from,
    )


def described(row: Row) -> dict[str, object]:
    """What the audit log keeps of a key."""
    return {
        "name": row["name"],
        "scopes": list(row["scopes"]),
        "expires_at": row["expires_at"],
        "revoked_at": row["revoked_at"],
        "rotated_from": row["rotated_from"],
    }
