"""Drops what nobody needs any more: old runs and the counters of past hours."""

from datetime import datetime, timedelta

from shared.db import Database
from sync_service.store import attempts, runs

_COUNTERS_KEPT = timedelta(days=1)
_QUIET_RUNS_KEPT = timedelta(days=1)


async def forget_old(db: Database, now: datetime, runs_kept: timedelta) -> None:
    async with db.transaction() as connection:
        await runs.forget_before(connection, now - runs_kept)
        await runs.forget_quiet_before(connection, now - _QUIET_RUNS_KEPT)
        await attempts.forget_before(connection, now - _COUNTERS_KEPT)
