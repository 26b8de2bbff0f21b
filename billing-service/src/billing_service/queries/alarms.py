"""What a person must look at."""

from typing import Any, Final

from shared.db import Database

_LIMIT: Final = 500


async def alarms_open(db: Database) -> list[dict[str, Any]]:
    """Unresolved alarms, newest first."""
    async with db.reader() as conn:
        rows = await conn.fetch(
            """
            SELECT * FROM alarm WHERE resolved_at IS NULL ORDER BY raised_at DESC, id DESC LIMIT $1
            """,
            _LIMIT,
        )
    return [dict(row) for row in rows]
