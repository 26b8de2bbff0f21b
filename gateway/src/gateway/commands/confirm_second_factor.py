"""The first right code makes the second factor count from now on."""

from collections.abc import Sequence

from gateway.domain import totp
from gateway.store import admins, audit
from shared.db import Database
from shared.problems import Conflict, Invalid


async def confirm_second_factor(
    db: Database, keys: Sequence[bytes], code: str, origin: audit.Origin
) -> None:
    """Conflict where none was started, Invalid for a wrong code."""
    username = origin.principal.id
    async with db.transaction() as conn:
        row = await admins.lock(conn, username)
        if row is None or row["totp_nonce"] is None or row["totp_confirmed"]:
            raise Conflict("No second factor waits to be confirmed", slug="totp-not-started")
        moment = int(origin.now.timestamp())
        factor = totp.recognised(keys, username, row["totp_nonce"], code, moment)
        if factor is None:
            raise Invalid("code", "is not the current code")
        await admins.set_totp(conn, username, row["totp_nonce"], confirmed=True)
        # A code is good for one thing: this one must not open a session as well.
        await admins.use_totp_step(conn, username, *factor)
        await audit.add(conn, origin, "admin.second_factor", username, after={"in_use": True})
