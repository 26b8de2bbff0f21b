"""How synchronisation goes: the last runs, the next one, how much is known."""

from typing import Any

from shared.db import Database
from sync_service.domain.directory import KINDS
from sync_service.store import mirror, polls, runs


async def recent_runs(db: Database, before: int | None, length: int) -> list[dict[str, Any]]:
    """Runs from the newest on, or older than `before`."""
    async with db.reader() as connection:
        return [dict(row) for row in await runs.page(connection, before, length)]


async def progress(db: Database) -> dict[str, Any]:
    """State of the poller, the newest run, the newest one that succeeded, and totals."""
    async with db.reader() as connection:
        poll = await polls.state(connection)
        last = await runs.newest(connection)
        success = await runs.newest(connection, "succeeded")
        totals = await mirror.totals(connection, KINDS)
    return {
        **(dict(poll) if poll else {}),
        "last_run": dict(last) if last else None,
        "last_success": dict(success) if success else None,
        "totals": totals,
    }
