"""Takes the second factor away, for whoever still has it."""

from collections.abc import Sequence

from gateway.commands.count_attempt import count_proof, proof_of
from gateway.domain import totp
from gateway.store import admins, audit, throttle
from shared.db import Database
from shared.problems import Conflict, Invalid


async def remove_second_factor(
    db: Database, keys: Sequence[bytes], code: str, origin: audit.Origin
) -> None:
    """Invalid for a wrong code: a stolen session must not be able to do this, nor to guess."""
    username = origin.principal.id
    await count_proof(db, username, origin.now)
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None or not row["totp_confirmed"]:
            raise Conflict("No second factor is in use", slug="totp-not-started")
        moment = int(origin.now.timestamp())
        factor = totp.recognised(keys, username, row["totp_nonce"], code, moment)
        if factor is None or not await admins.use_totp_step(conn, username, *factor):
            raise Invalid("code", "is not the current code")
        await admins.set_totp(conn, username, None, confirmed=False)
        await throttle.forgive(conn, proof_of(username))
        await audit.add(conn, origin, "admin.second_factor", username, after={"in_use": False})
