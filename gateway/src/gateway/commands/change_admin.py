"""Role, password, second factor and access of an administrator, changed by an owner."""

from dataclasses import dataclass

from gateway.clients.password_pool import PasswordPool
from gateway.store import admins, audit, sessions
from shared.db import Connection, Database, Row
from shared.problems import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Change:
    """None leaves a thing as it is."""

    role: str | None = None
    password: str | None = None
    disabled: bool | None = None
    remove_second_factor: bool = False


async def change_admin(
    db: Database, passwords: PasswordPool, username: str, change: Change, origin: audit.Origin
) -> Row:
    """The administrator as they are now. Conflict if no owner would be left."""
    hashed = await passwords.hash(change.password) if change.password else None
    async with db.transaction() as conn:
        await admins.lock_all(conn)
        before = await _existing(conn, username)
        await _apply(conn, before, change, hashed, origin)
        if not await admins.owners(conn):
            raise Conflict("There must be an owner", slug="last-owner")
        after = await _existing(conn, username)
        await audit.add(
            conn,
            origin,
            "admin.change",
            username,
            before=_described(before),
            after={**_described(after), "password_changed": hashed is not None},
        )
    return after


async def _existing(conn: Connection, username: str) -> Row:
    row = await admins.lock(conn, username)
    if row is None:
        raise NotFound("Administrator not found", slug="unknown-admin")
    return row


async def _apply(
    conn: Connection, before: Row, change: Change, hashed: str | None, origin: audit.Origin
) -> None:
    username = before["username"]
    if change.role is not None and change.role != before["role"]:
        await admins.set_role(conn, username, change.role)
    if change.disabled is not None and change.disabled != (before["disabled_at"] is not None):
        await admins.set_disabled(conn, username, origin.now if change.disabled else None)
    if hashed is not None:
        await admins.set_password(conn, username, hashed)
    if change.remove_second_factor:
        await admins.set_totp(conn, username, None, confirmed=False)
    if hashed is not None or change.disabled:
        await sessions.revoke_of_admin(conn, username, origin.now)


def _described(row: Row) -> dict[str, object]:
    return {
        "role": row["role"],
        "disabled": row["disabled_at"] is not None,
        "second_factor": row["totp_confirmed"],
    }
