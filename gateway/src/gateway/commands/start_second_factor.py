"""Offers an administrator a secret for an authenticator app; it counts once it is confirmed."""

import secrets
from collections.abc import Sequence
from typing import Final

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import proof_of
from gateway.commands.prove_password import prove_password
from gateway.domain import totp
from gateway.store import admins, audit, throttle
from shared.db import Database
from shared.problems import Conflict, NotFound

_NONCE_BYTES: Final = 16


async def start_second_factor(
    db: Database,
    passwords: PasswordPool,
    keys: Sequence[bytes],
    password: str,
    origin: audit.Origin,
) -> str:
    """The otpauth address to scan. Conflict where a factor is in use: it is removed first.

    With the password, or a stolen session could lock its owner out.
    """
    username = origin.principal.id
    await prove_password(db, passwords, password, origin)
    nonce = secrets.token_hex(_NONCE_BYTES)
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None:
            raise NotFound("Administrator not found", slug="unknown-admin")
        if row["totp_confirmed"]:
            raise Conflict("A second factor is in use", slug="totp-in-use")
        await admins.set_totp(conn, username, nonce, confirmed=False)
        await throttle.forgive(conn, proof_of(username))
    return totp.uri(totp.secret(keys[0], username, nonce), username)
