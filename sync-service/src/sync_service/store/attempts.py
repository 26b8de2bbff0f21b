"""SQL of the counters that slow down strangers. The database counts, so replicas count together."""

from datetime import datetime

from shared.db import Connection


async def count(connection: Connection, scope: str, window: datetime) -> int:
    """One more attempt in the window; how many there are now."""
    attempts: int = await connection.fetchval(
        """
        INSERT INTO attempt_count (scope, started_at, attempts) VALUES ($1, $2, 1)
        ON CONFLICT (scope, started_at) DO UPDATE SET attempts = attempt_count.attempts + 1
        RETURNING attempts
        """,
        scope,
        window,
    )
    return attempts


async def forget_before(connection: Connection, moment: datetime) -> None:
    await connection.execute("DELETE FROM attempt_count WHERE started_at < $1", moment)
