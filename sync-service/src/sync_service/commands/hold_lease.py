"""Takes the turn to poll, keeps it while the work lasts, and gives it back."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog

from shared.db import Database
from shared.problems import Unavailable
from sync_service.store import polls

LEASE_S: Final = 30.0
_RENEW_S: Final = 8.0
_ASK_S: Final = 0.1
log = structlog.get_logger(__name__)


@asynccontextmanager
async def hold_lease(db: Database, *, wait_s: float, only_due: bool) -> AsyncIterator[str | None]:
    """The name under which the lease is held, or None if it is not free within `wait_s`."""
    holder = secrets.token_hex(8)
    if not await _taken(db, holder, wait_s, only_due=only_due):
        yield None
        return
    renewing = asyncio.create_task(_renew(db, holder))
    try:
        yield holder
    finally:
        renewing.cancel()
        await asyncio.gather(renewing, return_exceptions=True)
        await _free(db, holder)


async def _taken(db: Database, holder: str, wait_s: float, *, only_due: bool) -> bool:
    deadline = time.monotonic() + wait_s
    while True:
        async with db.transaction() as connection:
            if await polls.take(connection, holder, LEASE_S, only_due=only_due):
                return True
        if time.monotonic() >= deadline:
            return False
        await asyncio.sleep(_ASK_S)


async def _renew(db: Database, holder: str) -> None:
    while True:
        await asyncio.sleep(_RENEW_S)
        try:
            async with db.transaction() as connection:
                await polls.keep(connection, holder, LEASE_S)
        except Unavailable:
            # Every batch checks the lease itself; here only the hope to keep it is lost.
            log.warning("lease_not_renewed")


async def _free(db: Database, holder: str) -> None:
    try:
        async with db.transaction() as connection:
            await polls.free(connection, holder)
    except Unavailable:
        log.warning("lease_runs_out", after_s=LEASE_S)
