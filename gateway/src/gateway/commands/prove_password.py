"""Somebody who is signed in proves by their password that the session is not a stolen one."""

from typing import Final

from gateway.clients.password_pool import PasswordPool
from gateway.commands.count_attempt import count_proof
from gateway.store import admins, audit
from shared.db import Database
from shared.problems import NotPermitted

WRONG: Final = "The current password is wrong"


async def prove_password(
    db: Database, passwords: PasswordPool, password: str, origin: audit.Origin
) -> str:
    """The hash that it fits; NotPermitted for a wrong one. The caller forgives the attempt."""
    await count_proof(db, origin.principal.id, origin.now)
    async with db.reader() as conn:
        row = await admins.find(conn, origin.principal.id)
    hashed = row["password_hash"] if row else None
    if hashed is None or not await passwords.check(password, hashed):
        raise NotPermitted(WRONG, slug="wrong-password")
    return str(hashed)
