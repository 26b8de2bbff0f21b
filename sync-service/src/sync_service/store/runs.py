"""SQL of the history of runs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from shared.db import Connection, Row


async def start(
    connection: Connection,
    trigger: str,
    actor: str,
    kinds: Sequence[str],
    *,
    forced: bool,
    at: datetime,
) -> int:
    """Open a run. Whoever starts holds the lease, so what is still open was left by a crash."""
    await connection.execute(
        "UPDATE run SET status = 'abandoned', finished_at = $1 WHERE status = 'running'", at
    )
    run_id: int = await connection.fetchval(
        """
        INSERT INTO run (trigger, actor, kinds, forced, started_at)
        VALUES ($1, $2, $3, $4, $5) RETURNING id
        """,
        trigger,
        actor,
        list(kinds),
        forced,
        at,
    )
    return run_id


async def finish(
    connection: Connection,
    run_id: int,
    status: str,
    counts: Mapping[str, Any],
    errors: Sequence[Mapping[str, str]],
) -> None:
    await connection.execute(
        """
        UPDATE run SET status = $2, counts = $3, errors = $4, finished_at = clock_timestamp()
        WHERE id = $1 AND status = 'running'
        """,
        run_id,
        status,
        counts,
        errors,
    )


_COLUMNS = """
    id, trigger, actor, kinds, forced, status, started_at, finished_at, counts, errors, cancelled_by
"""


async def cancel(connection: Connection, run_id: int, actor: str) -> bool:
    """Ask the run to stop; False if it has ended or was asked before."""
    asked = await connection.fetchval(
        """
        UPDATE run SET cancelled_by = $2
        WHERE id = $1 AND status = 'running' AND cancelled_by IS NULL RETURNING true
        """,
        run_id,
        actor,
    )
    return bool(asked)


async def one(connection: Connection, run_id: int) -> Row | None:
    return await connection.fetchrow(f"SELECT {_COLUMNS} FROM run WHERE id = $1", run_id)


async def page(connection: Connection, before: int | None, length: int) -> list[Row]:
    """The newest runs, or those older than `before`."""
    return await connection.fetch(
        f"SELECT {_COLUMNS} FROM run WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2",
        before,
        length,
    )


async def newest(connection: Connection, status: str | None = None) -> Row | None:
    return await connection.fetchrow(
        f"""
        SELECT {_COLUMNS} FROM run
        WHERE $1::text IS NULL OR status = $1 ORDER BY id DESC LIMIT 1
        """,
        status,
    )


async def status_before(connection: Connection, run_id: int) -> str | None:
    """How the run before this one ended; None if there was none."""
    status: str | None = await connection.fetchval(
        "SELECT status FROM run WHERE id < $1 ORDER BY id DESC LIMIT 1", run_id
    )
    return status


async def forget_before(connection: Connection, moment: datetime) -> None:
    await connection.execute(
        "DELETE FROM run WHERE started_at < $1 AND status <> 'running'", moment
    )


async def forget_quiet_before(connection: Connection, moment: datetime) -> None:
    """Polls that found nothing new say nothing any more once they are a day old."""
    await connection.execute(
        """
        DELETE FROM run
        WHERE started_at < $1 AND status = 'succeeded' AND trigger <> 'manual'
          AND id < (SELECT max(id) FROM run WHERE status = 'succeeded')
          AND NOT EXISTS (
              SELECT FROM jsonb_each(counts) AS kind (name, count)
              WHERE (count ->> 'created')::int + (count ->> 'changed')::int
                  + (count ->> 'closed')::int > 0)
        """,
        moment,
    )
