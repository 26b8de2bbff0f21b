"""The first right code makes the second factor count from now on."""

from gateway.domain import totp
from gateway.store import admins, audit
from shared.db import Database
from shared.problems import Conflict, Invalid


async def confirm_second_factor(db: Database, key: bytes, code: str, origin: audit.Origin) -> None:
    """Conflict where none was started, Invalid for a wrong code."""
    username = origin.principal.id
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None or row["totp_nonce"] is None or row["totp_confirmed"]:
            raise Conflict("No second factor waits to be confirmed", slug="totp-not-started")
        secret = totp.secret(key, username, row["totp_nonce"])
        step = totp.matching_step(secret, code, int(origin.now.timestamp()))
        if step is None:
            raise Invalid("code", "is not the current code")
        await admins.set_totp(conn, username, row["totp_nonce"], confirmed=True)
        # A code is good for one thing: this one must not open a session as well.
        await admins.use_totp_step(conn, username, step)
        await audit.add(conn, origin, "admin.second_factor", username, after={"in_use": True})
