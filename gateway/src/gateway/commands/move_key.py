"""A key that is in use is kept under the pepper in force, so that the older one can go."""

from gateway.store import keys
from shared.db import Database


async def move_key(db: Database, key_id: str, mac: bytes) -> None:
    async with db.transaction() as conn:
        await keys.set_mac(conn, key_id, mac)
