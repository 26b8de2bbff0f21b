"""SQL of the poll's lease: one holder at a time, whoever crashes is succeeded."""

from datetime import datetime

from shared.db import Connection, Row

# A hint shortens the wait, but a storm of hints must not make a storm of polls.
_HINT_GAP_S = 1.0


async def take(connection: Connection, holder: str, lease_s: float, *, only_due: bool) -> bool:
    """Become the holder if nobody is; with `only_due`, only when a poll is due."""
    taken = await connection.fetchval(
        """
        UPDATE poll SET holder = $1, lease_until = clock_timestamp() + make_interval(secs => $2)
        WHERE lease_until < clock_timestamp() AND (NOT $3 OR next_due_at <= clock_timestamp())
        RETURNING true
        """,
        holder,
        lease_s,
        only_due,
    )
    return bool(taken)


async def began(
    connection: Connection, holder: str, interval_s: float, *, whole: bool
) -> Row | None:
    """Note the start; `was_hinted` says that a hint asked for it.

    Only a whole poll answers a hint and plans the next one: a part leaves both as they were.
    """
    return await connection.fetchrow(
        """
        UPDATE poll SET last_started_at = clock_timestamp(),
            hinted_at = CASE WHEN $3 THEN NULL ELSE hinted_at END,
            next_due_at = CASE WHEN $3 THEN clock_timestamp() + make_interval(secs => $2)
                ELSE next_due_at END
        FROM (SELECT hinted_at IS NOT NULL AS was_hinted FROM poll) AS before
        WHERE holder = $1 RETURNING last_started_at, was_hinted
        """,
        holder,
        interval_s,
        whole,
    )


async def keep(connection: Connection, holder: str, lease_s: float) -> bool:
    """Stay the holder; False if another one took over."""
    kept = await connection.fetchval(
        """
        UPDATE poll SET lease_until = clock_timestamp() + make_interval(secs => $2)
        WHERE holder = $1 RETURNING true
        """,
        holder,
        lease_s,
    )
    return bool(kept)


async def holds(connection: Connection, holder: str) -> bool:
    """Is `holder` still the one? Locks the row, so that nobody takes over before the commit."""
    found = await connection.fetchval(
        "SELECT true FROM poll WHERE holder = $1 AND lease_until > clock_timestamp() FOR SHARE",
        holder,
    )
    return bool(found)


async def free(connection: Connection, holder: str) -> None:
    await connection.execute(
        "UPDATE poll SET holder = '', lease_until = '-infinity' WHERE holder = $1", holder
    )


async def hint(connection: Connection) -> None:
    """Make a poll due now; many hints ask for one poll."""
    await connection.execute(
        """
        UPDATE poll SET hinted_at = clock_timestamp(), next_due_at = LEAST(next_due_at, GREATEST(
            clock_timestamp(), last_started_at + make_interval(secs => $1)))
        """,
        _HINT_GAP_S,
    )


async def state(connection: Connection) -> Row | None:
    return await connection.fetchrow(
        "SELECT lease_until > clock_timestamp() AS running, next_due_at, last_started_at FROM poll"
    )


async def clock(connection: Connection) -> datetime:
    """The database's time: rows are compared with it, so no other clock may be used."""
    now: datetime = await connection.fetchval("SELECT clock_timestamp()")
    return now
