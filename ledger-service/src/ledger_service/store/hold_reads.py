"""Reads holds for many requests in one statement: each read of its own costs more than a charge.

Without a timer, as the batcher: what is asked for while a statement runs goes into the next one.
"""

import asyncio
from typing import Final
from uuid import UUID

from ledger_service.store import holds
from ledger_service.store.holds import Hold
from shared.db import Database

_AT_ONCE_MAX: Final = 128
_Asked = tuple[UUID, "asyncio.Future[Hold | None]"]


class HoldReads:
    """For all requests of this process."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._asked: list[_Asked] = []
        self._reading: asyncio.Task[None] | None = None

    async def find(self, hold_id: UUID) -> Hold | None:
        """The hold as it stands after it was asked for; Unavailable without a database."""
        answer: asyncio.Future[Hold | None] = asyncio.get_running_loop().create_future()
        self._asked.append((hold_id, answer))
        if self._reading is None:
            self._reading = asyncio.create_task(self._read_all())
        return await answer

    async def _read_all(self) -> None:
        while self._asked:
            now, self._asked = self._asked[:_AT_ONCE_MAX], self._asked[_AT_ONCE_MAX:]
            await self._read(now)
        self._reading = None

    async def _read(self, asked: list[_Asked]) -> None:
        waiting = [(hold_id, answer) for hold_id, answer in asked if not answer.done()]
        try:
            async with self._db.reader() as connection:
                found = await holds.find_many(connection, [hold_id for hold_id, _ in waiting])
        except Exception as error:  # noqa: BLE001 - whoever waits raises it
            for _, answer in waiting:
                if not answer.done():
                    answer.set_exception(error)
            return
        for hold_id, answer in waiting:
            if not answer.done():
                answer.set_result(found.get(hold_id))
