"""Takes the second factor away, for whoever still has it."""

from collections.abc import Sequence
from dataclasses import dataclass

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import proof_of
from gateway.commands.prove_password import prove_password
from gateway.domain import totp
from gateway.store import admins, audit, throttle
from shared.db import Database
from shared.problems import Conflict, Invalid


@dataclass(frozen=True, slots=True)
class Proof:
    """What only the owner of the session has: what they know, and what their device shows."""

    password: str
    code: str


async def remove_second_factor(
    db: Database, passwords: PasswordPool, keys: Sequence[bytes], proof: Proof, origin: audit.Origin
) -> None:
    """NotPermitted or Invalid unless both fit: a stolen session must not do this, nor guess."""
    username = origin.principal.id
    await prove_password(db, passwords, proof.password, origin)
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None or not row["totp_confirmed"]:
            raise Conflict("No second factor is in use", slug="totp-not-started")
        moment = int(origin.now.timestamp())
        factor = totp.recognised(keys, username, row["totp_nonce"], proof.code, moment)
        if factor is None or not await admins.use_totp_step(conn, username, *factor):
            raise Invalid("code", "is not the current code")
        await admins.set_totp(conn, username, None, confirmed=False)
        await throttle.forgive(conn, proof_of(username))
        await audit.add(conn, origin, "admin.second_factor", username, after={"in_use": False})
