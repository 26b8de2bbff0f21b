"""The owner from the environment, while there is no administrator at all."""

from datetime import datetime

from gateway.clients.password_pool import PasswordPool
from gateway.store import admins, audit
from shared.auth import Principal
from shared.db import Database

_SETUP = Principal("service", "setup", name="setup")


async def create_first_admin(
    db: Database, passwords: PasswordPool, *, username: str, password: str, now: datetime
) -> bool:
    """True if the owner was created; many processes may try at once."""
    async with db.reader() as conn:
        if await admins.is_any(conn):
            return False
    hashed = await passwords.hash(password)
    async with db.transaction() as conn:
        await admins.lock_all(conn)
        if await admins.is_any(conn):
            return False
        await admins.add(
            conn,
            username=username,
            password_hash=hashed,
            role="owner",
            created_by=_SETUP.name,
            now=now,
        )
        await audit.add(
            conn, audit.Origin(_SETUP, now), "admin.create", username, after={"role": "owner"}
        )
    return True
