"""Takes the second factor away, for whoever still has it."""

from gateway.domain import totp
from gateway.store import admins, audit
from shared.db import Database
from shared.problems import Conflict, Invalid


async def remove_second_factor(db: Database, key: bytes, code: str, origin: audit.Origin) -> None:
    """Invalid for a wrong code: a stolen session must not be able to do this."""
    username = origin.principal.id
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None or not row["totp_confirmed"]:
            raise Conflict("No second factor is in use", slug="totp-not-started")
        secret = totp.secret(key, username, row["totp_nonce"])
        step = totp.matching_step(secret, code, int(origin.now.timestamp()))
        if step is None or not await admins.use_totp_step(conn, username, step):
            raise Invalid("code", "is not the current code")
        await admins.set_totp(conn, username, None, confirmed=False)
        await audit.add(conn, origin, "admin.second_factor", username, after={"in_use": False})
