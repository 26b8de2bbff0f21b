"""What is forgotten, and what is not."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sync_service.commands.forget_old import forget_old
from sync_service.queries.progress import recent_runs

from shared.db import Database

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)


async def _run(db: Database, age: timedelta, **row: Any) -> int:
    counts = {"users": {"seen": 3, "created": row.get("created", 0), "changed": 0, "closed": 0}}
    async with db.transaction() as connection:
        run_id: int = await connection.fetchval(
            """
            INSERT INTO run (trigger, actor, kinds, forced, status, started_at, finished_at, counts)
            VALUES ($1, 'x', '{users}', false, $2, $3, $3, $4) RETURNING id
            """,
            row.get("trigger", "timer"),
            row.get("status", "succeeded"),
            NOW - age,
            counts,
        )
    return run_id


async def test_quiet_polls_go_after_a_day_and_everything_after_a_month(db: Database) -> None:
    await _run(db, 31 * DAY, created=1)
    await _run(db, 2 * DAY)
    kept = [
        await _run(db, 2 * DAY, created=1),
        await _run(db, 2 * DAY, status="failed"),
        await _run(db, 2 * DAY, trigger="manual"),
        await _run(db, DAY / 2),
        await _run(db, 2 * DAY),
    ]
    async with db.transaction() as connection:
        for age in (2 * DAY, DAY / 2):
            await connection.execute("INSERT INTO attempt_count VALUES ('x', $1, 1)", NOW - age)
    await forget_old(db, NOW, 30 * DAY)
    assert [run["id"] for run in await recent_runs(db, None, 50)] == kept[::-1]
    async with db.reader() as connection:
        assert await connection.fetchval("SELECT count(*) FROM attempt_count") == 1
