"""Tells everything that the mirror knows once more, for a consumer that starts from nothing."""

from functools import partial

from shared.db import Connection, Database
from shared.problems import Conflict
from sync_service.commands.apply_difference import BATCH
from sync_service.commands.hold_lease import hold_lease
from sync_service.domain.directory import KINDS, Kind
from sync_service.store import facts, mirror

_WAIT_S = 20.0


async def publish_again(db: Database, kinds: tuple[Kind, ...] = KINDS) -> dict[str, int]:
    """How many facts of each kind were published, closed things included."""
    counts: dict[str, int] = {}
    async with hold_lease(db, wait_s=_WAIT_S, only_due=False) as holder:
        if holder is None:
            raise Conflict("Another synchronisation is running", slug="sync-running")
        for kind in kinds:
            counts[kind] = await _publish(db, kind)
    return counts


async def _publish(db: Database, kind: Kind) -> int:
    count, after = 0, ""
    while True:
        told = await db.run(partial(_publish_batch, kind=kind, after=after))
        count += len(told)
        if len(told) < BATCH:
            return count
        after = told[-1]


async def _publish_batch(connection: Connection, *, kind: Kind, after: str) -> list[str]:
    rows = await mirror.page(connection, kind, after, BATCH)
    still = {one: row.state for one, row in rows.items() if row.is_open}
    gone = {one: row.state for one, row in rows.items() if not row.is_open}
    await facts.add_all(connection, still, "active")
    await facts.add_all(connection, gone, "closed")
    return list(rows)
