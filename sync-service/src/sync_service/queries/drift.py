"""What differs between Open WebUI and what was told, right now; nothing is written."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from shared.db import Database
from sync_service.clients.open_webui import OpenWebUI
from sync_service.domain.difference import Difference, Known, Limits, difference, disbelief
from sync_service.domain.directory import Failure, Kind
from sync_service.store import mirror, polls

ITEMS_MAX = 100


@dataclass(frozen=True, slots=True)
class Drift:
    """Per kind what a run would do, and why it would refuse to."""

    differences: Mapping[Kind, Difference]
    items: Mapping[Kind, list[dict[str, object]]]
    doubts: Mapping[Kind, Failure]
    errors: tuple[Failure, ...]

    @property
    def in_sync(self) -> bool:
        return not self.errors and all(
            not found.written and not found.closed for found in self.differences.values()
        )


async def drift(db: Database, source: OpenWebUI, kinds: tuple[Kind, ...], limits: Limits) -> Drift:
    """Read and compare."""
    async with db.reader() as connection:
        began = await polls.clock(connection)
    snapshot = await source.fetch(kinds)
    differences: dict[Kind, Difference] = {}
    items: dict[Kind, list[dict[str, object]]] = {}
    doubts: dict[Kind, Failure] = {}
    for kind in kinds:
        reading = snapshot.readings.get(kind)
        if reading is None:
            continue
        async with db.reader() as connection:
            known = await mirror.load(connection, kind, began)
        found = await asyncio.to_thread(difference, kind, reading, known)
        differences[kind], items[kind] = found, _items(found, known)
        doubt = disbelief(found, known, limits)
        if doubt is not None:
            doubts[kind] = doubt
    return Drift(differences, items, doubts, snapshot.failures)


def _items(found: Difference, known: Mapping[str, Known]) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    for thing_id, state in found.written.items():
        before = known.get(thing_id)
        items.append(
            {
                "id": thing_id,
                "change": "created" if before is None else "changed",
                "before": None if before is None else asdict(before.state),
                "after": asdict(state),
            }
        )
    for thing_id in found.closed:
        before_state = asdict(known[thing_id].state)
        items.append({"id": thing_id, "change": "closed", "before": before_state, "after": None})
    return items[:ITEMS_MAX]
