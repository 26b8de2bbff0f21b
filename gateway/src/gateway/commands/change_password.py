"""An administrator's own password; every session ends with the old one."""

from typing import Final

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import count_proof, proof_of
from gateway.store import admins, audit, sessions, throttle
from shared.db import Database
from shared.problems import NotPermitted

_WRONG: Final = "The current password is wrong"


async def change_password(
    db: Database, passwords: PasswordPool, current: str, new: str, origin: audit.Origin
) -> None:
    """NotPermitted unless the current password is given: a stolen session is not enough."""
    username = origin.principal.id
    await count_proof(db, username, origin.now)
    async with db.reader() as conn:
        row = await admins.find(conn, username)
    old = row["password_hash"] if row else None
    if not await passwords.check(current, old):
        raise NotPermitted(_WRONG, slug="wrong-password")
    hashed = await passwords.hash(new)
    async with db.transaction() as conn:
        locked = await admins.lock(conn, username)
        if locked is None or locked["password_hash"] != old:
            raise NotPermitted(_WRONG, slug="wrong-password")
        await admins.set_password(conn, username, hashed)
        await sessions.revoke_of_admin(conn, username, origin.now)
        await throttle.forgive(conn, proof_of(username))
        await audit.add(conn, origin, "admin.password", username)
