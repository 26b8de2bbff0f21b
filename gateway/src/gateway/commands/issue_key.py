"""A new API key. Its text is answered once and stored nowhere."""

import secrets
import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gateway.domain import keys
from gateway.store import audit
from gateway.store import keys as key_rows
from shared.db import Connection, Database, Row
from shared.problems import Invalid

_ALPHABET: Final = string.ascii_lowercase + string.digits
_SECRET_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """The row, and the text its owner must keep now."""

    row: Row
    text: str


async def issue_key(
    db: Database,
    pepper: bytes,
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
    async with db.transaction() as conn:
        issued = await add_key(conn, pepper, name, sorted(set(scopes)), expires_at, origin)
        await audit.add(conn, origin, "key.issue", issued.row["id"], after=described(issued.row))
    return issued


async def add_key(
    conn: Connection,
    pepper: bytes,
    name: str,
    scopes: Sequence[str],
    expires_at: datetime | None,
    origin: audit.Origin,
    rotated_from: str | None = None,
) -> IssuedKey:
    """Add the row of a new secret, in a transaction that its caller opened."""
    key_id = "".join(secrets.choice(_ALPHABET) for _ in range(keys.ID_LENGTH))
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    row = await key_rows.add(
        conn,
        key_id=key_id,
        name=name,
        scopes=scopes,
        secret_mac=keys.mac(pepper, secret),
        created_by=origin.principal.actor,
        now=origin.now,
        expires_at=expires_at,
        rotated_from=rotated_from,
    )
    return IssuedKey(row, keys.compose(key_id, secret))


def described(row: Row) -> dict[str, object]:
    """What the audit log keeps of a key."""
    return {
        "name": row["name"],
        "scopes": list(row["scopes"]),
        "expires_at": row["expires_at"],
        "revoked_at": row["revoked_at"],
        "rotated_from": row["rotated_from"],
    }
