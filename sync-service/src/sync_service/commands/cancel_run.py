"""Ask a run to stop, whichever process it runs in."""

from typing import Any

from shared.db import Database
from shared.problems import Conflict, NotFound
from sync_service.store import log, runs


async def cancel_run(db: Database, run_id: int, actor: str) -> dict[str, Any]:
    """The run, which goes on until its process looks, every half second. Twice is as once."""
    async with db.transaction() as connection:
        if await runs.cancel(connection, run_id, actor):
            await log.add(connection, "manual_sync", f"Run {run_id} is cancelled", actor)
        run = await runs.one(connection, run_id)
    if run is None:
        raise NotFound("Run not found")
    if run["cancelled_by"] is None:
        raise Conflict(f"The run has ended already: {run['status']}", slug="run-ended")
    return dict(run)
