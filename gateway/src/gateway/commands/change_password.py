"""An administrator's own password; every session ends with the old one."""

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import proof_of
from gateway.commands.prove_password import WRONG, prove_password
from gateway.store import admins, audit, sessions, throttle
from shared.db import Database
from shared.problems import NotPermitted


async def change_password(
    db: Database, passwords: PasswordPool, current: str, new: str, origin: audit.Origin
) -> None:
    """NotPermitted unless the current password is given: a stolen session is not enough."""
    username = origin.principal.id
    old = await prove_password(db, passwords, current, origin)
    hashed = await passwords.hash(new)
    async with db.transaction() as conn:
        locked = await admins.lock(conn, username)
        if locked is None or locked["password_hash"] != old:
            raise NotPermitted(WRONG, slug="wrong-password")
        await admins.set_password(conn, username, hashed)
        await sessions.revoke_of_admin(conn, username, origin.now)
        await throttle.forgive(conn, proof_of(username))
        await audit.add(conn, origin, "admin.password", username)
