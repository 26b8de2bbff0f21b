"""Offers an administrator a secret for an authenticator app; it counts once it is confirmed."""

import secrets
from collections.abc import Sequence
from typing import Final

from gateway.domain import totp
from gateway.store import admins, audit
from shared.db import Database
from shared.problems import Conflict, NotFound

_NONCE_BYTES: Final = 16


async def start_second_factor(db: Database, keys: Sequence[bytes], origin: audit.Origin) -> str:
    """The otpauth address to scan. Conflict where a factor is in use: it is removed first."""
    username = origin.principal.id
    nonce = secrets.token_hex(_NONCE_BYTES)
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None:
            raise NotFound("Administrator not found", slug="unknown-admin")
        if row["totp_confirmed"]:
            raise Conflict("A second factor is in use", slug="totp-in-use")
        await admins.set_totp(conn, username, nonce, confirmed=False)
    return totp.uri(totp.secret(keys[0], username, nonce), username)
