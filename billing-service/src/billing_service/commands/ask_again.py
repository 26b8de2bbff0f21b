"""Asks the provider about what waits longest for an answer: a payment, a refund or a binding."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from billing_service.domain.payments import check_again_after
from billing_service.domain.provider import ProviderError
from billing_service.store import checks
from billing_service.store.checks import WaitingT
from shared.db import Database
from shared.problems import Unavailable

log = structlog.get_logger(__name__)
# Longer than any call takes: who claimed it has it for itself.
_LEASE: Final = timedelta(minutes=2)


async def ask_again(
    db: Database,
    kind: type[WaitingT],
    ask: Callable[[WaitingT], Awaitable[None]],
    now: datetime,
) -> bool:
    """Say whether one was waiting; without an answer it waits on, longer each time."""
    async with db.transaction() as conn:
        waiting = await checks.claim(conn, kind, now, now + _LEASE)
    if waiting is None:
        return False
    try:
        await ask(waiting)
    except Unavailable:
        raise
    except Exception as error:
        if not isinstance(error, ProviderError):
            # One that cannot be dealt with keeps nobody else waiting.
            log.exception("not_asked", kind=kind.__name__, id=str(waiting.id))
        async with db.transaction() as conn:
            await checks.put_off(conn, kind, waiting.id, now + check_again_after(waiting.checks))
    return True
