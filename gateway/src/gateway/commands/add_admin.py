"""Another administrator."""

from gateway.clients.password_pool import PasswordPool
from gateway.store import admins, audit
from shared.db import Database, Row
from shared.problems import Conflict


async def add_admin(
    db: Database,
    passwords: PasswordPool,
    *,
    username: str,
    password: str,
    role: str,
    origin: audit.Origin,
) -> Row:
    """Conflict where the name is taken, also by somebody disabled: the audit log names them."""
    hashed = await passwords.hash(password)
    async with db.transaction() as conn:
        row = await admins.add(
            conn,
            username=username,
            password_hash=hashed,
            role=role,
            created_by=origin.principal.actor,
            now=origin.now,
        )
        if row is None:
            raise Conflict("This administrator exists already", slug="admin-exists")
        await audit.add(conn, origin, "admin.create", username, after={"role": role})
    return row
