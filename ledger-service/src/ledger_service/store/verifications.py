"""SQL of what the regular check of the books found."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from shared.db import Connection


async def is_due(conn: Connection, every: timedelta) -> bool:
    """Whether the last check, or the first ever, has to be made again."""
    due: bool = await conn.fetchval(
        "SELECT coalesce(min(checked_at) <= now() - $1::interval, true) FROM verification", every
    )
    return due


async def save(conn: Connection, breaches: Mapping[str, int]) -> None:
    """An invariant that is no longer checked is forgotten."""
    await conn.execute("DELETE FROM verification WHERE NOT invariant = ANY($1)", list(breaches))
    await conn.executemany(
        """
        INSERT INTO verification (invariant, breaches, checked_at) VALUES ($1, $2, now())
        ON CONFLICT (invariant) DO UPDATE
            SET breaches = excluded.breaches, checked_at = excluded.checked_at
        """,
        list(breaches.items()),
    )


async def latest(conn: Connection) -> tuple[dict[str, int], datetime | None]:
    """Breaches by invariant, and when all of them were checked."""
    rows = await conn.fetch("SELECT invariant, breaches, checked_at FROM verification")
    times = [row["checked_at"] for row in rows]
    return {row["invariant"]: row["breaches"] for row in rows}, min(times, default=None)
