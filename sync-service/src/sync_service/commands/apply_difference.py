"""Brings the mirror up to a difference and tells everybody, in bounded transactions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from shared.db import Connection, Database
from sync_service.domain.difference import Difference
from sync_service.domain.directory import Origin, State
from sync_service.store import facts, mirror, polls

BATCH: Final = 1_000
ItemT = TypeVar("ItemT")


class LeaseLostError(Exception):
    """Another poller took over: this one was too slow and must not write any more."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to write: whose it is, since when the reading that is applied began."""

    holder: str
    began: datetime


async def apply_difference(db: Database, turn: Turn, found: Difference, origin: Origin) -> None:
    """Each batch writes the mirror and the outbox together, and only while the lease is held."""
    for part in _parts(sorted(found.written)):
        await _write(db, turn, found, origin, {one: found.written[one] for one in part})
    for part in _parts(found.closed):
        await _close(db, turn, found, part)


def _parts(items: Sequence[ItemT]) -> Iterator[Sequence[ItemT]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


async def _write(
    db: Database, turn: Turn, found: Difference, origin: Origin, states: Mapping[str, State]
) -> None:
    async def work(connection: Connection) -> None:
        await _check(connection, turn)
        stored = await mirror.write(connection, found.kind, states, origin, turn.began)
        await facts.add_all(connection, {one: states[one] for one in stored}, "active")

    await db.run(work)


async def _close(db: Database, turn: Turn, found: Difference, ids: Sequence[str]) -> None:
    async def work(connection: Connection) -> None:
        await _check(connection, turn)
        gone = await mirror.close(connection, found.kind, ids, turn.began)
        await facts.add_all(connection, gone, "closed")

    await db.run(work)


async def _check(connection: Connection, turn: Turn) -> None:
    if not await polls.holds(connection, turn.holder):
        raise LeaseLostError
